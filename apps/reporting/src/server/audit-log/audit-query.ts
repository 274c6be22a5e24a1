import { AUDIT_ACTS, type AuditFilter, type HiddenEntries } from '@wayproof/oversight/audit-log'
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

/**
 * Entries that show that whistleblowers' reports exist, which no reader of the log may know. A deletion counts entries about
 * them too, and so do the numbers and the length of the chain: the pages show none of them.
 */
export const HIDDEN: readonly HiddenEntries[] = [
  { act: 'report-read', subjectStart: '' },
  { act: 'report-handled', subjectStart: '' },
  { act: 'exported', subjectStart: 'whistle-reports' },
  { act: 'entries-deleted', subjectStart: '' },
]

export const filtersOf = ({ act, actor, subject = '', from, to }: z.infer<typeof auditFilters>): AuditFilter => ({
  act: act ?? null,
  actorId: actor ?? null,
  subject,
  from: from ?? null,
  to: to ?? null,
  hidden: HIDDEN,
})
