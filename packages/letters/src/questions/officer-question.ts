import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { ClockQuestion } from '@wayproof/kernel/clock-guard/trusted-clock'
import type { Id } from '@wayproof/kernel/id'
import type { DeliveryHold, Service } from '@wayproof/oversight/services/service'
import type { BouncingUser } from './bouncing-user.ts'

/** Work that the scheduler retries, and whose failure raises a question. */
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
  'chain-audit-log',
  'verify-audit-log',
  'prove-pdf',
  'check-policy-pages',
  'tell-of-requests',
  'tell-of-reports',
  'mail-digests',
  'alert-at-once',
  'mail-goal-changes',
  'remind-owners',
  'tell-of-bounces',
  'end-approvals',
  'executive-summary',
  'policy-pages',
  'mail-reports',
  'delivery',
  'web-hook',
] as const
export type RepeatedWork = (typeof REPEATED_WORK)[number]

/** `waiting`: no server accepted it for a while. `folder`: it was saved to a folder that no officer has chosen. */
export type MailTestFailure = 'refused' | 'waiting' | 'folder' | 'no-officer'

/** Data of a question to officers, by kind. */
export interface QuestionData {
  readonly clock: ClockQuestion
  /** The reminders to the owners of a half-year's goals were due more than 7 days before the scheduler ran, in `month`. */
  readonly 'late-reminder': { readonly period: PeriodKey; readonly month: PeriodKey; readonly dueAt: Instant }
  /** Data deleted on this day are not yet overwritten in the file. */
  readonly 'bytes-left': { readonly day: string }
  /** Letters that were damaged in the database and therefore failed. */
  readonly 'letters-unreadable': { readonly part: 'address' | 'data' | 'text' }
  /** No mail server accepted the test letter before an opening; `reply` is its last answer. */
  readonly 'mail-test-failed': {
    readonly period: PeriodKey
    readonly opensOn: CalendarDate
    readonly daysBefore: number
    readonly why: MailTestFailure
    readonly reply: string | null
  }
  /** The latest letter to a user did not arrive; `reply` is the mail server's answer. */
  readonly 'letters-bounce': {
    readonly userId: Id
    readonly name: string
    readonly state: BouncingUser['state']
    readonly reply: string | null
    readonly at: Instant
  }
  /** A service has been silent since its last contact; `error` is its last answer. */
  readonly 'service-silent': { readonly service: Service; readonly since: Instant; readonly error: string | null }
  /** Letters wait because a server is away, or refuses us as their sender; they go on without an answer. */
  readonly 'letters-held': Pick<DeliveryHold, 'domain' | 'since' | 'cause' | 'reply'>
  readonly 'keeps-failing': { readonly work: RepeatedWork; readonly since: Instant; readonly error: string }
}

export const QUESTION_KINDS = [
  'clock',
  'late-reminder',
  'bytes-left',
  'letters-unreadable',
  'mail-test-failed',
  'letters-bounce',
  'service-silent',
  'letters-held',
  'keeps-failing',
] as const satisfies readonly (keyof QuestionData)[]
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** A question with its data. */
export type Asked = { [K in QuestionKind]: { readonly kind: K; readonly data: QuestionData[K] } }[QuestionKind]

/** An officer's possible answers, by kind. The first does the missed work. */
export const QUESTION_ANSWERS = {
  clock: ['right', 'wrong'],
  'late-reminder': ['do-it', 'leave-out'],
  'bytes-left': ['seen'],
  'letters-unreadable': ['seen'],
  'mail-test-failed': ['seen'],
  'letters-bounce': ['seen'],
  'service-silent': ['seen'],
  'letters-held': ['seen'],
  'keeps-failing': ['seen'],
} as const satisfies Readonly<Record<QuestionKind, readonly string[]>>
export type QuestionAnswer = (typeof QUESTION_ANSWERS)[QuestionKind][number]

/** A decision for an officer, open until it is answered or its cause has ended. */
export type OfficerQuestion = Asked & {
  readonly id: Id
  readonly askedAt: Instant
  /** The last answer, even if it leaves the question open; null before the first. */
  readonly answer: { readonly answer: QuestionAnswer; readonly by: string; readonly at: Instant } | null
  /** Null while it is open. Set without an answer if its cause has ended. */
  readonly endedAt: Instant | null
}

/** Subject of a question; one question is open per kind and subject. */
export function subjectOf({ kind, data }: Asked): string {
  switch (kind) {
    case 'clock':
    case 'bytes-left':
    case 'letters-unreadable':
      return ''
    case 'keeps-failing':
      return data.work
    case 'service-silent':
      return data.service
    case 'letters-held':
      return data.domain
    case 'letters-bounce':
      return data.userId
    case 'mail-test-failed':
      return String(data.daysBefore)
    case 'late-reminder':
      return data.month
  }
}

/** Returns true if an answer settles its question; else it stays open until its cause has ended. */
export const settles = (kind: QuestionKind, answer: QuestionAnswer): boolean =>
  kind === 'letters-unreadable' || (answer !== 'wrong' && answer !== 'seen')
