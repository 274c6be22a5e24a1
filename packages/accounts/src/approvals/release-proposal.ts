import type { Prisma } from '@wayproof/database/generated/client'
import type { Instant } from '@wayproof/kernel/clock'
import type { ApprovalKind } from './approval.ts'

interface Ended {
  readonly id: string
  readonly kind: string
  readonly subject: string
}

/** For a transaction: ends what waits beside an approval that ends without being approved, in the record that would change. */
export async function releaseProposal(
  {
    ruleChange,
    closeChange,
    questionnaireDraft,
    appointment,
    userInvitation,
    secondFactorReset,
  }: Prisma.TransactionClient,
  { id, kind, subject }: Ended,
  at: Instant,
): Promise<void> {
  const expired = { decision: 'expired', decidedById: '', decidedBy: '', decidedAt: new Date(at) }
  switch (kind as ApprovalKind) {
    case 'rule-change':
      await ruleChange.updateMany({ where: { id, decision: null }, data: expired })
      return
    case 'closing-date':
      await closeChange.updateMany({ where: { id, decision: null }, data: expired })
      return
    case 'questionnaire':
      await questionnaireDraft.updateMany({ where: { id: subject, state: 'proposed' }, data: NOT_PROPOSED })
      return
    case 'appointment':
      await appointment.deleteMany({ where: { id, confirmedAt: null } })
      await userInvitation.deleteMany({ where: { id, acceptedAt: null } })
      return
    case 'second-factor-reset':
      await secondFactorReset.deleteMany({ where: { id, confirmedAt: null } })
      return
    default:
  }
}

/** The columns of a draft that nobody has proposed. */
export const NOT_PROPOSED = {
  ...{ state: 'draft', proposedById: null, proposedBy: null, proposedMailbox: null, proposedAt: null },
}
