import { AUDIT_ACTS, type AuditQuery } from '@wayproof/oversight/audit-log'
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

export const filtersOf = ({
  act = undefined,
  actor = undefined,
  subject = '',
  from = undefined,
  to = undefined,
}: z.infer<typeof auditFilters>): Omit<AuditQuery, 'offset' | 'limit'> => ({
  act: act ?? null,
  actorId: actor ?? null,
  subject,
  from: from ?? null,
  to: to ?? null,
})
