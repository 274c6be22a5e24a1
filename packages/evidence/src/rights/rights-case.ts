import { type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { RightsRegime } from './rights-clock.ts'

export const RIGHTS_KINDS = [
  'complaint',
  'access',
  'correction',
  'deletion',
  'consent-withdrawal',
  'objection',
] as const
export type RightsKind = (typeof RIGHTS_KINDS)[number]

/** A request with a legal term, or an enquiry that asks for a written answer. */
export type CaseKind = RightsKind | 'enquiry'

/** Channel of a case: the public page, or recorded by hand. */
export const CASE_CHANNELS = ['page', 'telephone', 'letter', 'e-mail', 'branch-office'] as const
export type CaseChannel = (typeof CASE_CHANNELS)[number]
export type HandChannel = Exclude<CaseChannel, 'page'>
export const HAND_CHANNELS = [
  'telephone',
  'letter',
  'e-mail',
  'branch-office',
] as const satisfies readonly HandChannel[]

export type RightsStatus = 'received' | 'identity-checked' | 'answered' | 'closed'

/**
 * Outcome of a case. `settled`: an enquiry or complaint was answered. `withdrawn`: by the person. `identity-unproven`:
 * nobody confirmed the identity.
 */
export const RIGHTS_OUTCOMES = [
  'granted',
  'partly-granted',
  'refused',
  'settled',
  'withdrawn',
  'identity-unproven',
] as const
export type ChosenRightsOutcome = (typeof RIGHTS_OUTCOMES)[number]
/** `flood`: closed together with many others. */
export type RightsOutcome = ChosenRightsOutcome | 'flood'

/** A request or complaint as stored in the register; all dates are days. */
export interface RightsCase {
  readonly id: Id
  readonly kind: CaseKind
  /** Null for an enquiry, which has no legal term. */
  readonly regime: RightsRegime | null
  readonly channel: CaseChannel
  readonly receivedOn: CalendarDate
  /** Day of recording by hand; null for a case from the public page. */
  readonly recordedOn: CalendarDate | null
  /** Last day of a timely answer; null without a term. */
  readonly dueOn: CalendarDate | null
  readonly status: RightsStatus
  readonly outcome: RightsOutcome | null
  /** True without an address: answers are available with the case code only. */
  readonly anonymous: boolean
  /** Language in which the person wrote. */
  readonly locale: Locale
  readonly identityCheckedOn: CalendarDate | null
  /** Day on which the unconfirmed address was deleted. */
  readonly addressDroppedOn: CalendarDate | null
  /** Day on which the term was extended; this is possible once. */
  readonly extendedOn: CalendarDate | null
  readonly answeredOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
}

export type RightsAuthor = 'person' | 'officer'

/**
 * Purpose of a message. A person's own is a `message`; only an officer's `answer` decides the case and stops the clock.
 */
export type MessagePurpose = 'message' | OfficerPurpose
export type OfficerPurpose = 'question' | 'answer' | 'extension'

export type RightsUrgency = 'overdue' | 'due-soon' | 'in-time' | 'no-term' | 'answered'

/** Days before the due day from which a case is marked as due soon. */
const SOON_DAYS = 5

/** Urgency of an open case on `today`. Only a decisive answer stops the clock. */
export function urgencyOf({ answeredOn, dueOn }: RightsCase, today: CalendarDate): RightsUrgency {
  if (answeredOn !== null) return 'answered'
  if (dueOn === null) return 'no-term'
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS ? 'due-soon' : 'in-time'
}

/** Returns why an officer cannot write, or null. Nothing is mailed to an unconfirmed address. */
export function answerFault({ status, anonymous }: RightsCase): 'case-closed' | 'identity-unchecked' | null {
  if (status === 'closed') return 'case-closed'
  return status === 'received' && !anonymous ? 'identity-unchecked' : null
}

const NOBODY_TO_ANSWER: readonly ChosenRightsOutcome[] = ['withdrawn', 'identity-unproven']

const DECIDED: readonly ChosenRightsOutcome[] = ['granted', 'partly-granted', 'refused']

/**
 * Possible outcomes: a request is granted or refused, an enquiry is settled, a complaint may end in any of these ways.
 */
export function outcomesOf({ kind }: Pick<RightsCase, 'kind'>): readonly ChosenRightsOutcome[] {
  const own = kind === 'enquiry' ? [] : DECIDED
  const settled: readonly ChosenRightsOutcome[] = kind === 'enquiry' || kind === 'complaint' ? ['settled'] : []
  return [...own, ...settled, ...NOBODY_TO_ANSWER]
}

/**
 * Returns why a case cannot close with this outcome, or null. Without an answer it closes only if there was nobody to
 * answer.
 */
export function closeFault(
  { kind, status, answeredOn }: RightsCase,
  outcome: ChosenRightsOutcome,
): 'case-closed' | 'outcome-unfit' | 'unanswered' | null {
  if (status === 'closed') return 'case-closed'
  if (!outcomesOf({ kind }).includes(outcome)) return 'outcome-unfit'
  return answeredOn === null && !NOBODY_TO_ANSWER.includes(outcome) ? 'unanswered' : null
}
