import type { Prisma } from '@wayproof/database/generated/client'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { barUser } from '../provider-accounts/barred-sign-in.ts'
import type { Removal } from './account.ts'
import { endAccess, lastOfficerFault } from './end-access.ts'

/** For a transaction: removes the account and keeps its name. Faults `person-unknown`, `last-officer`. */
export async function removeAccount(
  records: Prisma.TransactionClient,
  keyring: Keyring,
  { id, by }: Removal,
  at: Instant,
): Promise<Outcome<null>> {
  const user = await records.user.findUnique({ where: { id } })
  if (!user) return fail('person-unknown')
  const fault = await lastOfficerFault(records, user)
  if (fault) return { ok: false, fault }
  await endAccess(records, id, at)
  await barUser(records, keyring, user)
  const removed = { removedAt: new Date(at), removedById: by.id, removedBy: by.name }
  await records.formerUser.create({ data: { id, name: user.name, role: user.role, ...removed } })
  await records.deadlineAlert.deleteMany({ where: { userId: id } })
  await records.user.delete({ where: { id } })
  await addAuditEntry(records, { act: 'user-removed', at, subject: id, details: { role: user.role } })
  return ok(null)
}
