import { AUDIT_ACTS, type AuditFilter, type FoundEntry, type HiddenEntries } from '@wayproof/oversight/audit-log'
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

/** Entries that show that whistleblowers' reports exist. A deletion counts entries about them too. */
const OF_REPORTS: readonly HiddenEntries[] = [
  { act: 'report-read', subjectStart: '' },
  { act: 'report-handled', subjectStart: '' },
  { act: 'exported', subjectStart: 'whistle-reports' },
  { act: 'entries-deleted', subjectStart: '' },
]

/**
 * Officers learn neither of whistleblowers' reports nor when one is read. Numbers and lengths of the chain count hidden
 * entries too, so an officer gets none.
 */
export const mayKnowOfReports = (role: UserRole): boolean => role !== 'officer'

export const hiddenFrom = (role: UserRole): readonly HiddenEntries[] => (mayKnowOfReports(role) ? [] : OF_REPORTS)

/** Entries as this reader may see them. */
export const shownTo = (role: UserRole, entries: readonly FoundEntry[]): readonly FoundEntry[] =>
  mayKnowOfReports(role) ? entries : entries.map((entry) => ({ ...entry, number: null }))

export const filtersOf = (
  { act, actor, subject = '', from, to }: z.infer<typeof auditFilters>,
  role: UserRole,
): AuditFilter => ({
  act: act ?? null,
  actorId: actor ?? null,
  subject,
  from: from ?? null,
  to: to ?? null,
  hidden: hiddenFrom(role),
})
