import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { LocalText } from '@wayproof/kernel/people/locale'

/** Roles that have duties with a deadline. */
export type DutyRole =
  | 'officer'
  | 'human-resources'
  | 'it-security'
  | 'customer-service'
  | 'procurement'
  | 'case-handler'

/**
 * The roles that a deadline waits for, by kind. Empty: the record names its own, as a goal names its owner. Officers must
 * not learn of whistleblowers' reports.
 */
export const DEADLINE_ROLES = {
  notice: ['it-security', 'officer'],
  request: ['customer-service', 'officer'],
  report: ['case-handler'],
  'audit-finding': ['procurement'],
  'security-finding': ['it-security'],
  agreement: ['procurement'],
  assessment: ['it-security'],
  'empty-month': ['it-security'],
  'partner-audit': ['procurement'],
  'policy-review': ['officer'],
  action: [],
  improvement: [],
  meeting: ['officer'],
  freeze: ['officer'],
  signature: [],
  seal: ['officer'],
  opening: ['officer'],
  holidays: ['officer'],
} as const satisfies Readonly<Record<string, readonly DutyRole[]>>

export type DeadlineKind = keyof typeof DEADLINE_ROLES

export const DEADLINE_KINDS = Object.keys(DEADLINE_ROLES) as [DeadlineKind, ...DeadlineKind[]]

/** The end of a day, or a moment if a law counts in hours. */
export type Due =
  | { readonly day: CalendarDate; readonly at?: undefined }
  | { readonly at: Instant; readonly day?: undefined }

/** Something that somebody has to do by a day or a moment. It is computed from open records and never stored. */
export interface Deadline {
  readonly kind: DeadlineKind
  /** Identifies the record among those of its kind. */
  readonly subject: string
  /** The task, where a record of this kind has several: a duty of an incident, a goal to sign. */
  readonly part: string | null
  /** Name of the record for a reader; null if it has none that a list may show. */
  readonly name: string | LocalText | null
  readonly due: Due
  readonly roles: readonly DutyRole[]
  /** Only people in office since this day may know of it; null: all of the roles. */
  readonly onlySince: CalendarDate | null
  /** The morning on which another letter tells its people of the record and its due day; null: none does. */
  readonly announcedOn: CalendarDate | null
}

/** A deadline as its source knows it: the roles of its kind apply, unless the record names its own. */
export type OpenDuty = Pick<Deadline, 'kind' | 'subject' | 'due'> &
  Partial<Pick<Deadline, 'part' | 'name' | 'roles' | 'onlySince' | 'announcedOn'>>

export function deadlineOf({
  kind,
  subject,
  due,
  part = null,
  name = null,
  roles,
  onlySince = null,
  announcedOn = null,
}: OpenDuty): Deadline {
  return { kind, subject, part, name, due, roles: roles ?? DEADLINE_ROLES[kind], onlySince, announcedOn }
}

/** Unique among all deadlines, and the same as long as the duty is open. */
export const deadlineId = ({ kind, subject, part }: Pick<Deadline, 'kind' | 'subject' | 'part'>): string =>
  part === null ? `${kind}:${subject}` : `${kind}:${subject}:${part}`

/** A person to whom deadlines are shown or mailed. */
export interface DutyPerson {
  readonly role: string
  /** The first day in the role. */
  readonly since: CalendarDate
}

/** True if the person has to do it. */
export const isTaskOf = ({ roles, onlySince }: Deadline, { role, since }: DutyPerson): boolean =>
  (roles as readonly string[]).includes(role) && (onlySince === null || since <= onlySince)

/** Their number would tell how many people wrote. */
const CASES: readonly DeadlineKind[] = ['request', 'report']

/** Roles that see the deadlines of all others, except those of cases. */
const OVERSEERS: readonly string[] = ['officer', 'auditor']

/** True if the person may see it. */
export const maySee = (deadline: Deadline, person: DutyPerson): boolean =>
  isTaskOf(deadline, person) || (!CASES.includes(deadline.kind) && OVERSEERS.includes(person.role))
