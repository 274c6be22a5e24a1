import type { StoredEntry } from '@wayproof/oversight/audit-log'
import type { AuditEntry } from '../generated/client.ts'

/** An entry as Prisma Client returns it. */
export const entryOf = ({ at, actorId, act, subject, details }: AuditEntry): StoredEntry => ({
  at: at.getTime(),
  actorId,
  act,
  subject,
  details,
})
