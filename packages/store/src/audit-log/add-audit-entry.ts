import type { AuditDetails, NewAuditEntry } from '@wayproof/oversight/audit-log'
import type { Prisma } from '../generated/client.ts'
import { actingUser } from './acting-user.ts'

/** For a transaction: records the act that the transaction carries out. */
export async function addAuditEntry({ auditEntry }: Prisma.TransactionClient, entry: NewAuditEntry): Promise<void> {
  const { at, ...columns } = entryColumns(entry)
  await auditEntry.create({ data: { ...columns, at: new Date(at) } })
}

/** For a transaction that saves a setting: records it for the user who acts. Set-up by a command is no change. */
export async function addSettingChange(
  records: Prisma.TransactionClient,
  setting: string,
  details: AuditDetails = {},
): Promise<void> {
  const acting = actingUser()
  if (acting) await addAuditEntry(records, { act: 'setting-changed', at: acting.at, subject: setting, details })
}

/** The columns of a new entry. */
export const entryColumns = ({ act, at, subject = '', details = {} }: NewAuditEntry) => ({
  at,
  actorId: actingUser()?.userId ?? null,
  act,
  subject,
  details: JSON.stringify(details),
})
