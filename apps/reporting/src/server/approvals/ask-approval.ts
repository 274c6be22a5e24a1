import type { Person } from '@wayproof/accounts/accounts/person'
import { APPROVAL_DAYS, type ApprovalKind, type Difference } from '@wayproof/accounts/approvals/approval'
import type { ApprovalWrite } from '@wayproof/accounts/approvals/approval-store'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type Participant, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import { approversFor } from './approver-groups.ts'
import { colleagues } from './colleagues.ts'

const DAY_MS = 86_400_000

export interface AskApproval {
  /** The id of the record that waits, if there is one. */
  readonly id?: Id
  readonly kind: ApprovalKind
  readonly subject: string
  readonly differences: readonly Difference[]
  readonly details?: unknown
  readonly reason?: string | null
  /** People whom the change is about, and who may not approve it either. */
  readonly about?: readonly Participant[]
  /** When the change becomes pointless, if that is earlier than the days of its kind. */
  readonly until?: Instant
}

export type ApprovalServices = Pick<Services, 'store' | 'clock' | 'ids' | 'keyring'>

/**
 * Asks for a second person and tells everyone who may approve. `write` records the proposal in the same transaction.
 * Faults: `appointment-unconfirmed` (the asker's own), `approval-waits`, and those of `write`.
 */
export async function askApproval(
  services: ApprovalServices,
  actor: Person,
  { id, about = [], details = {}, reason = null, until, ...asked }: AskApproval,
  write?: ApprovalWrite,
): Promise<Outcome<{ readonly id: Id }>> {
  const { store, clock, ids } = services
  const by = await actingPerson(services, actor)
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  const now = clock.now()
  const lapses = now + APPROVAL_DAYS[asked.kind] * DAY_MS
  const approval = {
    ...{ id: id ?? ids.next(), ...asked, details, reason, proposedAt: now, mailbox: by.mailbox },
    proposedBy: { id: actor.id, name: actor.name },
    expiresAt: until === undefined ? lapses : Math.min(lapses, until),
  }
  const approvers = approversFor(approval, [by, ...about], await colleagues(services))
  const outcome = await store.approvals.ask(approval, approvers, write)
  return outcome.ok ? ok({ id: approval.id }) : outcome
}
