import type { NewAuditEntry } from '@wayproof/oversight/audit-log'
import type { Prisma } from '../generated/client.ts'
import { actingUser } from './acting-user.ts'

/** For a transaction: records the act that the transaction carries out. */
export async function addAuditEntry({ auditEntry }: Prisma.TransactionClient, entry: NewAuditEntry): Promise<void> {
  const { at, ...columns } = entryColumns(entry)
  await auditEntry.create({ data: { ...columns, at: new Date(at) } })
}

/** The columns of a new entry. */
export const entryColumns = ({ act, at, subject = '', details = {} }: NewAuditEntry) => ({
  at,
  actorId: actingUser(),
  act,
  subject,
  details: JSON.stringify(details),
})
