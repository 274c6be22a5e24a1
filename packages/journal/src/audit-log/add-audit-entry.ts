import type { Prisma } from '@wayproof/database/generated/client'
import { actingUser } from './acting-user.ts'
import type { AuditDetails } from './audit-entry.ts'
import type { NewAuditEntry } from './ports.ts'

/** For a transaction: records the act that the transaction carries out. */
export async function addAuditEntry({ auditEntry }: Prisma.TransactionClient, entry: NewAuditEntry): Promise<void> {
  const { at, ...columns } = entryColumns(entry)
  await auditEntry.create({ data: { ...columns, at: new Date(at) } })
}

/** For a transaction: records the act if a user carries it out. A command or the product that sets up is no actor. */
export async function addUserAct(records: Prisma.TransactionClient, entry: Omit<NewAuditEntry, 'at'>): Promise<void> {
  const acting = actingUser()
  if (acting) await addAuditEntry(records, { ...entry, at: acting.at })
}

/** The same, for a transaction that saves a setting. */
export const addSettingChange = (
  records: Prisma.TransactionClient,
  setting: string,
  details: AuditDetails = {},
): Promise<void> => addUserAct(records, { act: 'setting-changed', subject: setting, details })

/** The columns of a new entry. */
export const entryColumns = ({ act, at, subject = '', details = {} }: NewAuditEntry) => ({
  at,
  actorId: actingUser()?.actorId ?? null,
  act,
  subject,
  details: JSON.stringify(details),
})
