import type { CalendarDate, Id, Instant, PeriodKey } from '@wayproof/kernel'
import type { ClockQuestion } from '@wayproof/kernel/clock-guard'
import type { BouncingUser } from './bouncing-user.ts'

/** Work of the scheduler that is tried again by itself, and whose failing an officer should know of. */
export const REPEATED_WORK = [
  'calendar',
  'close-waves',
  'certify-unlinking',
  'open-waves',
  'test-mail-server',
  'watch-letters',
  'count-open-waves',
  'remind-travelers',
  'delete-what-is-due',
  'check-policy-pages',
  'tell-of-requests',
  'tell-of-reports',
  'remind-owners',
  'tell-of-bounces',
  'executive-summary',
  'policy-pages',
  'mail-reports',
  'delivery',
  'mail-server',
] as const
export type RepeatedWork = (typeof REPEATED_WORK)[number]

/** `waiting`: it was not taken for a while. `folder`: it lies in a folder that nobody has chosen. */
export type MailTestFailure = 'refused' | 'waiting' | 'folder' | 'no-officer'

/** What an officer is asked, by kind. */
export interface QuestionData {
  readonly clock: ClockQuestion
  /** The reminders to the owners of a half-year's goals were due more than 7 days before the scheduler ran, in `month`. */
  readonly 'late-reminder': { readonly period: PeriodKey; readonly month: PeriodKey; readonly dueAt: Instant }
  /** What was deleted on a day could not be overwritten in the file. */
  readonly 'bytes-left': { readonly day: string }
  /** Letters that are damaged where they are stored, and were given up. */
  readonly 'letters-unreadable': { readonly part: 'address' | 'data' | 'text' }
  /** No mail server took the test letter before an opening; `reply` is what it said last. */
  readonly 'mail-test-failed': {
    readonly period: PeriodKey
    readonly opensOn: CalendarDate
    readonly daysBefore: number
    readonly why: MailTestFailure
    readonly reply: string | null
  }
  /** The latest letter to a user did not arrive; `reply` is what the mail server said. */
  readonly 'letters-bounce': {
    readonly userId: Id
    readonly name: string
    readonly state: BouncingUser['state']
    readonly reply: string | null
    readonly at: Instant
  }
  readonly 'keeps-failing': { readonly work: RepeatedWork; readonly since: Instant; readonly error: string }
}

export const QUESTION_KINDS = [
  'clock',
  'late-reminder',
  'bytes-left',
  'letters-unreadable',
  'mail-test-failed',
  'letters-bounce',
  'keeps-failing',
] as const satisfies readonly (keyof QuestionData)[]
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** What is asked. */
export type Asked = { [K in QuestionKind]: { readonly kind: K; readonly data: QuestionData[K] } }[QuestionKind]

/** What an officer may answer, by kind. The first does what was missed. */
export const QUESTION_ANSWERS = {
  clock: ['right', 'wrong'],
  'late-reminder': ['do-it', 'leave-out'],
  'bytes-left': ['seen'],
  'letters-unreadable': ['seen'],
  'mail-test-failed': ['seen'],
  'letters-bounce': ['seen'],
  'keeps-failing': ['seen'],
} as const satisfies Readonly<Record<QuestionKind, readonly string[]>>
export type QuestionAnswer = (typeof QUESTION_ANSWERS)[QuestionKind][number]

/** Something only an officer can decide, open until it is answered or settles by itself. */
export type OfficerQuestion = Asked & {
  readonly id: Id
  readonly askedAt: Instant
  /** The last answer, also one that leaves it open; null: none. */
  readonly answer: { readonly answer: QuestionAnswer; readonly by: string; readonly at: Instant } | null
  /** Null while it is open; without an answer it settled by itself. */
  readonly endedAt: Instant | null
}

/** What a question is about: of a kind and subject, one is open. */
export function subjectOf({ kind, data }: Asked): string {
  switch (kind) {
    case 'clock':
    case 'bytes-left':
    case 'letters-unreadable':
      return ''
    case 'keeps-failing':
      return data.work
    case 'letters-bounce':
      return data.userId
    case 'mail-test-failed':
      return String(data.daysBefore)
    case 'late-reminder':
      return data.month
  }
}

/** Whether an answer settles its question; else it stays open until it settles by itself. */
export const settles = (kind: QuestionKind, answer: QuestionAnswer): boolean =>
  kind === 'letters-unreadable' || (answer !== 'wrong' && answer !== 'seen')
