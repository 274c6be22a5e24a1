import type { Person } from '@wayproof/accounts/accounts/person'
import { type Approval, type ApprovalKind, isPending } from '@wayproof/accounts/approvals/approval'
import type { ApprovalDecision } from '@wayproof/accounts/approvals/approval-store'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import { type Participant, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { type ChangedPromise, changedPromises } from '@wayproof/messages/added/promises'
import { listTakenOut, type TakenOut } from '@wayproof/scorecard/rule-changes/list-taken-out'
import { z } from 'zod'
import { appointmentAct } from '../accounts/appointment-act.ts'
import { factorRuleAct } from '../accounts/factor-rule.ts'
import { roleLossAct } from '../accounts/lose-role.ts'
import { factorResetAct } from '../accounts/reset-second-factor.ts'
import { ruleChangeAct } from '../closing/rule-change-act.ts'
import { languageAct } from '../languages/language-act.ts'
import { policyTextAct } from '../policies/policy-text-act.ts'
import { questionnaireAct } from '../questionnaires/questionnaire-act.ts'
import { organizationAct } from '../settings/organization-act.ts'
import { closingDateAct } from '../survey/closing-date-act.ts'
import { automaticOpeningAct, openingAct } from '../survey/opening-act.ts'
import { smallestWaveAct } from '../survey/smallest-wave-act.ts'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { text } from '../trpc/input.ts'
import { ruleChangePorts } from '../trpc/ports.ts'
import { memberProcedure, router, timedMemberProcedure } from '../trpc/trpc.ts'
import type { ApprovalAct, Decide, DecidingContext } from './approval-act.ts'
import { approversFor } from './approver-groups.ts'
import { colleagues } from './colleagues.ts'

/** More than a language has sentences. */
const MOST_PROMISES = 1000

const ofApproval = z.strictObject({ id: text(128) })

/** Changes that need two people. */
export const approvalRouter = router({
  list: memberProcedure.query(({ ctx }) => listApprovals(ctx, ctx.user)),

  /** The one act of a second person. Approving carries the change out. */
  decide: timedMemberProcedure
    .input(ofApproval.extend({ approve: z.boolean(), confirmed: z.array(text(200)).max(MOST_PROMISES).default([]) }))
    .mutation(async ({ ctx, input }) => unwrap(await decideApproval(ctx, input))),

  withdraw: memberProcedure
    .input(ofApproval)
    .mutation(async ({ ctx, input }) => unwrap(await withdrawApproval(ctx, input.id))),
})

const MOST_DECIDED = 100

interface ShownApproval extends Omit<Approval, 'details'> {
  readonly isMine: boolean
  /** Whether the reader may decide. */
  readonly mayDecide: boolean
  /** Names of the people who may approve it; none while the organization lacks a second person. */
  readonly approvers: readonly string[]
  /** Lines that the approver confirms one by one. */
  readonly promises: readonly ChangedPromise[]
}

interface ApprovalsView {
  /** Approvals that the reader may decide. */
  readonly waiting: readonly ShownApproval[]
  /** Approvals that wait for other people; officers and auditors see all, others what they asked for. */
  readonly others: readonly ShownApproval[]
  /** Rows that one person took out of a begun period, for officers and auditors: an officer can propose their exclusion. */
  readonly takenOut: readonly TakenOut[]
  /** Decided ones, newest first, for officers and auditors. */
  readonly decided: readonly ShownApproval[]
}

/** Approvals for a reader. */
async function listApprovals(services: Services, reader: Person): Promise<ApprovalsView> {
  const { store, clock } = services
  const users = await colleagues(services)
  const isOverseer = reader.role === 'officer' || reader.role === 'auditor'
  const shown = await Promise.all(
    (await store.approvals.pending(clock.now())).map(async (approval) => {
      const participants = await participantsOf(services, approval)
      const approvers = approversFor(approval, participants, users)
      return shownApproval(approval, reader, {
        mayDecide: approvers.some(({ id }) => id === reader.id),
        approvers: approvers.map(({ name }) => name),
      })
    }),
  )
  const decided = isOverseer ? await store.approvals.decided(MOST_DECIDED) : []
  return {
    waiting: shown.filter(({ mayDecide }) => mayDecide),
    others: shown.filter(({ mayDecide, isMine }) => !mayDecide && (isOverseer || isMine)),
    takenOut: isOverseer ? await listTakenOut(ruleChangePorts(services)) : [],
    decided: decided.map((approval) => shownApproval(approval, reader, { mayDecide: false, approvers: [] })),
  }
}

const shownApproval = (
  { details: _, ...approval }: Approval,
  reader: Person,
  more: Pick<ShownApproval, 'mayDecide' | 'approvers'>,
): ShownApproval => ({
  ...approval,
  ...more,
  isMine: approval.proposedBy.id === reader.id,
  promises: more.mayDecide ? changedPromises(approval.differences, reader.locale) : [],
})

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
async function decideApproval(
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
async function withdrawApproval(ctx: DecidingContext, id: Id): Promise<Outcome<null>> {
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

/** How each kind of change is carried out once it is approved. */
const CARRIED_OUT: Readonly<Record<ApprovalKind, ApprovalAct>> = {
  'rule-change': ruleChangeAct,
  questionnaire: questionnaireAct,
  language: languageAct,
  'closing-date': closingDateAct,
  appointment: appointmentAct,
  'role-loss': roleLossAct,
  'second-factor-reset': factorResetAct,
  'second-factor-rule': factorRuleAct,
  organization: organizationAct,
  'policy-text': policyTextAct,
  'wave-opening': openingAct,
  'automatic-opening': automaticOpeningAct,
  'smallest-wave': smallestWaveAct,
}

/** The people who asked for an approval, and whom it is about: none of them may approve it. */
async function participantsOf(
  { store, keyring }: Pick<Services, 'store' | 'keyring'>,
  { id, kind, subject }: Pick<Approval, 'id' | 'kind' | 'subject'>,
): Promise<readonly Participant[]> {
  const proposer = await store.approvals.proposer(id)
  switch (kind) {
    case 'appointment':
      return [...proposer, ...(await store.appointments.hands(id))]
    case 'second-factor-reset':
      return [...proposer, ...(await store.secondFactors.hands(id))]
    case 'role-loss': {
      const about = (await store.people.list()).find((user) => user.id === subject)
      return about ? [...proposer, { id: about.id, mailbox: mailboxHash(keyring, about.email) }] : proposer
    }
    default:
      return proposer
  }
}
