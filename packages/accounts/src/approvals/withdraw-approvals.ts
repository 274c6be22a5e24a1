import type { Prisma } from '@wayproof/database/generated/client'
import { actingUser } from '@wayproof/journal/audit-log/acting-user'
import type { Instant } from '@wayproof/kernel/clock'
import type { ApprovalKind } from './approval.ts'

/** For a transaction: withdraws approvals that wait about subjects whose record was changed or removed. */
export async function withdrawApprovals(
  { approval, user }: Pick<Prisma.TransactionClient, 'approval' | 'user'>,
  kind: ApprovalKind,
  subjects: readonly string[],
  at: Instant,
): Promise<void> {
  const where = { kind, subject: { in: [...subjects] }, state: 'pending' }
  if ((await approval.count({ where })) === 0) return
  const acting = actingUser()
  const by = acting?.actorId ? await user.findUnique({ where: { id: acting.actorId } }) : null
  const decidedBy = { decidedById: by?.id ?? null, decidedBy: by?.name ?? null }
  await approval.updateMany({ where, data: { state: 'withdrawn', ...decidedBy, decidedAt: new Date(at) } })
}
