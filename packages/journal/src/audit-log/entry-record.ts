import type { AuditEntry } from '@wayproof/database/generated/client'
import type { StoredEntry } from './audit-entry.ts'

/** An entry as Prisma Client returns it. */
export const entryOf = ({ at, actorId, act, subject, details }: AuditEntry): StoredEntry => ({
  at: at.getTime(),
  actorId,
  act,
  subject,
  details,
})
