import { AUDIT_ACTS, type AuditAct, type AuditQuery } from '@wayproof/oversight/audit-log'
import type { UserRole } from '@wayproof/store'
import { z } from 'zod'
import { calendarDate, optionalLine } from '../trpc/input.ts'

/** Conditions of a search, as a page or an address gives them. */
export const auditFilters = z.strictObject({
  act: z.enum(AUDIT_ACTS).optional(),
  actor: z.uuid().optional(),
  subject: optionalLine(60).optional(),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
})

/** Officers learn neither of whistleblowers' reports nor when one is read. */
const hiddenFrom = (role: UserRole): readonly AuditAct[] => (role === 'officer' ? ['report-read'] : [])

export const filtersOf = (
  { act, actor, subject = '', from, to }: z.infer<typeof auditFilters>,
  role: UserRole,
): Omit<AuditQuery, 'offset' | 'limit'> => ({
  act: act ?? null,
  actorId: actor ?? null,
  subject,
  from: from ?? null,
  to: to ?? null,
  hidden: hiddenFrom(role),
})
