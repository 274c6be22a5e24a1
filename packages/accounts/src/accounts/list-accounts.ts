import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Account } from './account.ts'
import type { UserRole } from './person.ts'

export async function listAccounts(database: RecordDatabase): Promise<readonly Account[]> {
  const { user, appointment, apiKey } = await database.records()
  const users = await user.findMany({
    include: { sessions: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const proposals = await appointment.findMany({ where: { userId: { not: null }, confirmedAt: null } })
  const keys = await apiKey.groupBy({ by: 'createdById', where: { revokedAt: null }, _count: true })
  return users.map(({ id, name, email, role, locale, lastSignInOn, twoFactorEnabled, sessions }) => {
    const proposal = proposals.find((other) => other.userId === id && other.role !== role)
    return recordOf<Account>({
      ...{ id, name, email, role, locale, lastSignInOn },
      secondFactor: twoFactorEnabled,
      keys: keys.find(({ createdById }) => createdById === id)?._count ?? 0,
      sessions: sessions.map(({ createdAt, updatedAt }) => ({
        beganAt: createdAt.getTime(),
        usedAt: updatedAt.getTime(),
      })),
      proposal: proposal ? { id: proposal.id, role: proposal.role as UserRole } : null,
    })
  })
}
