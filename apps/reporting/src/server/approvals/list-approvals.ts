import type { Person } from '@wayproof/accounts/accounts/person'
import type { Approval } from '@wayproof/accounts/approvals/approval'
import { type ChangedPromise, changedPromises } from '@wayproof/messages/added/promises'
import { listTakenOut, type TakenOut } from '@wayproof/scorecard/rule-changes/list-taken-out'
import type { Services } from '../trpc/context.ts'
import { ruleChangePorts } from '../trpc/ports.ts'
import { approversFor } from './approver-groups.ts'
import { colleagues } from './colleagues.ts'
import { participantsOf } from './participants.ts'

const MOST_DECIDED = 100

export interface ShownApproval extends Omit<Approval, 'details'> {
  readonly isMine: boolean
  /** Whether the reader may decide. */
  readonly mayDecide: boolean
  /** Names of the people who may approve it; none while the organization lacks a second person. */
  readonly approvers: readonly string[]
  /** Lines that the approver confirms one by one. */
  readonly promises: readonly ChangedPromise[]
}

export interface ApprovalsView {
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
export async function listApprovals(services: Services, reader: Person): Promise<ApprovalsView> {
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
