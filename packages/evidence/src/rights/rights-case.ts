import { type CalendarDate, daysBetween, type Id, type Locale } from '@wayproof/kernel'
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

/** A request that a law gives a term, or an enquiry: somebody who wants to be written to. */
export type CaseKind = RightsKind | 'enquiry'

/** How a case came: by the public page, or recorded by hand. */
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
 * How a case ended. `settled`: an enquiry or a complaint was answered; `withdrawn` by the person; `identity-unproven`: nobody showed that
 * the request is theirs.
 */
export const RIGHTS_OUTCOMES = [
  'granted',
  'partly-granted',
  'refused',
  'settled',
  'withdrawn',
  'identity-unproven',
] as const
export type RightsOutcome = (typeof RIGHTS_OUTCOMES)[number]

/** A person's request or complaint as the register keeps it, dated to the day. */
export interface RightsCase {
  readonly id: Id
  readonly kind: CaseKind
  /** Null for an enquiry: no law gives it a term. */
  readonly regime: RightsRegime | null
  readonly channel: CaseChannel
  readonly receivedOn: CalendarDate
  /** When it was recorded by hand; null where it came by itself. */
  readonly recordedOn: CalendarDate | null
  /** The last day on which an answer is in time; null where there is no term. */
  readonly dueOn: CalendarDate | null
  readonly status: RightsStatus
  readonly outcome: RightsOutcome | null
  /** Without an address: answers are read with the case code only. */
  readonly anonymous: boolean
  /** The language the person wrote in. */
  readonly locale: Locale
  readonly identityCheckedOn: CalendarDate | null
  /** When the address was deleted because nobody had confirmed it. */
  readonly addressDroppedOn: CalendarDate | null
  /** When the due day was put off; it is, once. */
  readonly extendedOn: CalendarDate | null
  readonly answeredOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
}

export type RightsAuthor = 'person' | 'officer'

/** What a message is for: a person's own is a `message`; only the officer's `answer` decides and stops the clock. */
export type MessagePurpose = 'message' | OfficerPurpose
export type OfficerPurpose = 'question' | 'answer' | 'extension'

/** Days an address may stay unconfirmed. Then it is deleted, and the case is answered by its code alone. */
export const UNCONFIRMED_DAYS = 7

export type RightsUrgency = 'overdue' | 'due-soon' | 'in-time' | 'no-term' | 'answered'

/** Days before the due day from which a case is marked. */
const SOON_DAYS = 5

/** How an open case stands on `today`. Only an answer that decides stops the clock. */
export function urgencyOf({ answeredOn, dueOn }: RightsCase, today: CalendarDate): RightsUrgency {
  if (answeredOn !== null) return 'answered'
  if (dueOn === null) return 'no-term'
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS ? 'due-soon' : 'in-time'
}

/** Why an officer may not write, or null. Nothing is mailed to an address that nobody has shown to be theirs. */
export function answerFault({ status, anonymous }: RightsCase): 'case-closed' | 'identity-unchecked' | null {
  if (status === 'closed') return 'case-closed'
  return status === 'received' && !anonymous ? 'identity-unchecked' : null
}

const NOBODY_TO_ANSWER: readonly RightsOutcome[] = ['withdrawn', 'identity-unproven']

const DECIDED: readonly RightsOutcome[] = ['granted', 'partly-granted', 'refused']

/** The outcomes a case may have: a request is granted or refused, an enquiry settled, a complaint either. */
export function outcomesOf({ kind }: Pick<RightsCase, 'kind'>): readonly RightsOutcome[] {
  const own = kind === 'enquiry' ? [] : DECIDED
  const settled: readonly RightsOutcome[] = kind === 'enquiry' || kind === 'complaint' ? ['settled'] : []
  return [...own, ...settled, ...NOBODY_TO_ANSWER]
}

/** Why a case may not end so, or null. Without an answer it ends only where there was nobody to answer. */
export function closeFault(
  { kind, status, answeredOn }: RightsCase,
  outcome: RightsOutcome,
): 'case-closed' | 'outcome-unfit' | 'unanswered' | null {
  if (status === 'closed') return 'case-closed'
  if (!outcomesOf({ kind }).includes(outcome)) return 'outcome-unfit'
  return answeredOn === null && !NOBODY_TO_ANSWER.includes(outcome) ? 'unanswered' : null
}
