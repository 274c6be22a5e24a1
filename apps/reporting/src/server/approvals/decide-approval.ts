import type { Person } from '@wayproof/accounts/accounts/person'
import { type Approval, isPending } from '@wayproof/accounts/approvals/approval'
import type { ApprovalDecision } from '@wayproof/accounts/approvals/approval-store'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import { changedPromises } from '@wayproof/messages/added/promises'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import type { Decide, DecidingContext } from './approval-act.ts'
import { approversFor } from './approver-groups.ts'
import { CARRIED_OUT } from './carried-out.ts'
import { colleagues } from './colleagues.ts'
import { participantsOf } from './participants.ts'

/** Why this person may not decide; null if nothing prevents it. */
async function decisionFault(
  services: Pick<Services, 'store' | 'keyring'>,
  approval: Pick<Approval, 'id' | 'kind' | 'subject' | 'details'>,
  person: Person,
): Promise<'own-approval' | 'appointment-unconfirmed' | 'not-the-approver' | null> {
  const participants = await participantsOf(services, approval)
  const fault = secondPersonFault(await actingPerson(services, person), participants)
  if (fault) return fault === 'same-person' ? 'own-approval' : fault
  const approvers = approversFor(approval, participants, await colleagues(services))
  return approvers.some(({ id }) => id === person.id) ? null : 'not-the-approver'
}

/**
 * Approves and carries out a change, or declines it.
 * `confirmed`: the fields of the promises about privacy that the approver compared with their originals.
 * Faults: `approval-decided` (decided, withdrawn or expired), those of `decisionFault`, `promises-unconfirmed`, and those
 * of the change.
 */
export async function decideApproval(
  ctx: DecidingContext,
  { id, approve, confirmed }: { readonly id: Id; readonly approve: boolean; readonly confirmed: readonly string[] },
): Promise<Outcome<null>> {
  const { store, clock, user } = ctx
  const approval = await store.approvals.find(id)
  if (!approval || !isPending(approval, clock.now())) return fail('approval-decided')
  const fault = await decisionFault(ctx, approval, user)
  if (fault) return fail(fault)
  const promises = approve ? changedPromises(approval.differences, user.locale) : []
  if (promises.some(({ field }) => !confirmed.includes(field))) return fail('promises-unconfirmed')
  const decision = (outcome: ApprovalDecision['outcome']) => ({
    outcome,
    by: { id: user.id, name: user.name },
    at: clock.now(),
  })
  const act = CARRIED_OUT[approval.kind]
  const decide: Decide = (write) => store.approvals.decide(id, decision(approve ? 'approved' : 'declined'), write)
  return approve ? act.approve(ctx, approval, decide) : (act.decline?.(ctx, approval, decide) ?? decide())
}

/** Withdraws an approval that waits; only the person who asked for it may. Faults: `approval-decided`, `not-own-approval`. */
export async function withdrawApproval(ctx: DecidingContext, id: Id): Promise<Outcome<null>> {
  const { store, clock, user } = ctx
  const approval = await store.approvals.find(id)
  if (approval?.state !== 'pending') return fail('approval-decided')
  const proposer = await store.approvals.proposer(id)
  if (secondPersonFault(await actingPerson(ctx, user), proposer) !== 'same-person') return fail('not-own-approval')
  const decide: Decide = (write) =>
    store.approvals.decide(id, { outcome: 'withdrawn', by: { id: user.id, name: user.name }, at: clock.now() }, write)
  const act = CARRIED_OUT[approval.kind]
  return act.withdraw?.(ctx, approval, decide) ?? decide()
}
