import { DESK_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { AUDIT_ACTS } from '@wayproof/journal/audit-log/audit-entry'
import type { AuditFilter, HiddenEntries } from '@wayproof/journal/audit-log/ports'
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
 * Entries that show that whistleblowers' reports exist. A deletion counts entries about them too, and so do the numbers and
 * the length of the chain: the pages show none of them.
 */
const OF_REPORTS: readonly HiddenEntries[] = [
  { act: 'report-read', subjectStart: '' },
  { act: 'report-handled', subjectStart: '' },
  { act: 'exported', subjectStart: 'whistle-reports' },
  { act: 'entries-deleted', subjectStart: '' },
]

/** Entries that show that requests and complaints exist. */
const OF_REQUESTS: readonly HiddenEntries[] = [
  ...(
    [
      'case-read',
      'case-recorded',
      'case-corrected',
      'case-answered',
      'case-closed',
      'flood-closed',
      'flood-reopened',
    ] as const
  ).map((act) => ({
    ...{ act, subjectStart: '' },
  })),
  { act: 'exported', subjectStart: 'requests' },
]

const isDesk = (role: UserRole): boolean => (DESK_ROLES as readonly UserRole[]).includes(role)

/** The log tells a reader of no case that the reader does not handle. */
export const hiddenFrom = (role: UserRole): readonly HiddenEntries[] =>
  isDesk(role) ? OF_REPORTS : [...OF_REPORTS, ...OF_REQUESTS]

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
