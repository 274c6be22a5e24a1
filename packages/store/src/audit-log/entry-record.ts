import type { AuditEntry } from '@wayproof/oversight/audit-log'
import type { AuditEntry as StoredEntry } from '../generated/client.ts'
import { detailsOf } from './entry-details.ts'

/** An entry as Prisma Client returns it. */
export const entryOf = ({ at, actorId, act, subject, details }: StoredEntry): AuditEntry => ({
  at: at.getTime(),
  actorId,
  act,
  subject,
  details: detailsOf(details),
})
