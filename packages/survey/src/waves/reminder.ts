import { addDays, dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, periodOf } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Skip } from '../sampling/skip.ts'
import type { Wave } from './wave.ts'

/** An invitation and two reminders. */
export const LETTERS_AT_MOST = 3
export const DAYS_BETWEEN_LETTERS = 3

/** A person's eligibility for a reminder: gets one now, or the reason why not. Counted, never stored per person. */
export const REMINDER_ELIGIBILITIES = [
  'first',
  'last',
  'answered',
  'not-adult',
  'no-basis',
  'objected',
  'suppressed',
  'address-changed',
  'refused',
  'invitation-waits',
  'reminder-waits',
  'reminder-ended',
  'reminded-twice',
  'too-soon',
  'budget',
] as const
export type ReminderEligibility = (typeof REMINDER_ELIGIBILITIES)[number]

/** The time limits that decide who gets which reminder. */
export interface ReminderMoments {
  readonly at: Instant
  /**
   * The first reminder goes to people invited before this; the last one to people invited before `invitedBeforeLast`.
   */
  readonly invitedBefore: Instant
  readonly invitedBeforeLast: Instant
  /** The last reminder goes to people whose first reminder was sent before this. */
  readonly remindedBefore: Instant
  /** The contact budget counts from here: the start of the current half-year. */
  readonly budgetFrom: Instant
}

/** Start of the half-year that contains `at`. */
export const budgetFrom = (at: Instant, timeZone: string): Instant =>
  startOfDay(firstDay(periodOf('half-year', dateAt(at, timeZone))), timeZone)

/**
 * Computes the limits in whole days of the organization's time zone, from each person's own letters. A manual reminder
 * may follow the invitation at once; the distance between two reminders still applies.
 */
export function reminderMoments(
  { firstReminderDays, lastReminderDays }: Pick<Wave, 'firstReminderDays' | 'lastReminderDays'>,
  { at, timeZone, byHand }: { readonly at: Instant; readonly timeZone: string; readonly byHand: boolean },
): ReminderMoments {
  const before = (days: number) => startOfDay(addDays(dateAt(at, timeZone), 1 - days), timeZone)
  return {
    at,
    invitedBefore: byHand ? at + 1 : before(firstReminderDays),
    invitedBeforeLast: byHand ? at + 1 : before(lastReminderDays),
    remindedBefore: before(DAYS_BETWEEN_LETTERS),
    budgetFrom: budgetFrom(at, timeZone),
  }
}

/**
 * A round of reminders. By the plan it has a moment from which it is due, and is recorded once; null: none is due yet. By
 * hand it stands in the audit log each time. Either counts against budgets if none did within the distance of reminders.
 */
export type ReminderRound = 'by-hand' | Instant | null

/** The round that is due by the plan, from the start of its day, counted from the opening. */
export function plannedRound(
  { openedAt, firstReminderDays, lastReminderDays }: Pick<Wave, 'openedAt' | 'firstReminderDays' | 'lastReminderDays'>,
  { at, timeZone }: { readonly at: Instant; readonly timeZone: string },
): ReminderRound {
  const opened = dateAt(openedAt, timeZone)
  const begun = [firstReminderDays, lastReminderDays]
    .map((days) => startOfDay(addDays(opened, days), timeZone))
    .filter((start) => start <= at)
  return begun.length === 0 ? null : Math.max(...begun)
}

/** Reasons that reveal if somebody has answered: an erased traveler would be missing from their sum. */
const NOT_PUBLISHED: readonly ReminderEligibility[] = [
  'first',
  'last',
  'answered',
  'reminder-waits',
  'reminder-ended',
  'reminded-twice',
  'too-soon',
  'budget',
]

/**
 * Number of people without a further reminder, by reasons that do not depend on an answer. The number of answers comes
 * from the wave's own counter, which does not fall when a person is erased.
 */
export const skipsOf = (counts: Readonly<Record<ReminderEligibility, number>>): readonly Skip[] =>
  REMINDER_ELIGIBILITIES.filter((eligibility) => counts[eligibility] > 0 && !NOT_PUBLISHED.includes(eligibility)).map(
    (reason) => {
      return { stage: 'reminder', reason, count: counts[reason] }
    },
  )
