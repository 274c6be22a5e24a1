import type { CalendarDate, Instant } from '@wayproof/kernel'

/** Roles that have duties with a deadline. */
export type DutyRole =
  | 'officer'
  | 'human-resources'
  | 'it-security'
  | 'customer-service'
  | 'procurement'
  | 'case-handler'
  | 'executive'

/** The roles that a deadline waits for, by kind; the first is the one that usually does it. */
export const DEADLINE_ROLES = {
  notice: ['it-security', 'officer'],
  request: ['customer-service', 'officer'],
  complaint: ['customer-service', 'officer'],
  // Officers must not learn of reports.
  report: ['case-handler'],
  'audit-finding': ['procurement'],
  'security-finding': ['it-security'],
  agreement: ['procurement'],
  assessment: ['it-security'],
  'partner-audit': ['procurement'],
  'policy-review': ['officer'],
  // The owner of the goal, named by the deadline itself.
  action: [],
  meeting: ['officer'],
  freeze: ['officer'],
  signature: [],
  holidays: ['officer'],
} as const satisfies Readonly<Record<string, readonly DutyRole[]>>

export type DeadlineKind = keyof typeof DEADLINE_ROLES

export const DEADLINE_KINDS = Object.keys(DEADLINE_ROLES) as [DeadlineKind, ...DeadlineKind[]]

/** A day, in whose course something is due, or a moment if a law counts in hours. */
export type Due = { readonly day: CalendarDate; readonly at?: undefined } | { readonly at: Instant }

/** Something that somebody has to do by a day or a moment. It is computed from open records and never stored. */
export interface Deadline {
  readonly kind: DeadlineKind
  /** Identifies the record among those of its kind. */
  readonly subject: string
  /** The duty of an incident, the goal of an action or signature, the task of a report; null where the kind says it all. */
  readonly part: string | null
  /** Name of the record for a reader: a key, a number or a short text. */
  readonly name: string
  readonly due: Due
  readonly roles: readonly DutyRole[]
}

/** Unique among all deadlines, and the same as long as the duty is open. */
export const deadlineId = ({ kind, subject, part }: Pick<Deadline, 'kind' | 'subject' | 'part'>): string =>
  part === null ? `${kind}:${subject}` : `${kind}:${subject}:${part}`
