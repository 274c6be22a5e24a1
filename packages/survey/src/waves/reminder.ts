import { addDays, dateAt, firstDay, type Instant, periodOf, startOfDay } from '@wayproof/kernel'
import type { Skip, Wave } from './wave.ts'

/** An invitation and two reminders. */
export const LETTERS_AT_MOST = 3
export const DAYS_BETWEEN_LETTERS = 3

/** Where a person stands with the reminders of a wave: gets one now, or why not. Counted, never kept for a person. */
export const REMINDER_COURSES = [
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
export type ReminderCourse = (typeof REMINDER_COURSES)[number]

/** The moments that decide who gets which reminder. */
export interface ReminderMoments {
  readonly at: Instant
  /** The first reminder goes to whose invitation left before this, the last one before that. */
  readonly invitedBefore: Instant
  readonly invitedBeforeLast: Instant
  /** The last reminder goes to whose first one left before this. */
  readonly remindedBefore: Instant
  /** The contact budget counts from here: the half-year of the moment. */
  readonly budgetFrom: Instant
}

/** The first moment of the half-year that `at` lies in. */
export const budgetFrom = (at: Instant, timeZone: string): Instant =>
  startOfDay(firstDay(periodOf('half-year', dateAt(at, timeZone))), timeZone)

/**
 * By whole days of the organisation, counted from each person's own letters. A person who is reminded by hand may have been
 * invited a moment ago; two reminders keep their distance also then.
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

/** What is true only of somebody who has not answered, or has: an erased traveler would be missing from their sum. */
const NOT_PUBLISHED: readonly ReminderCourse[] = [
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
 * People who get no further reminder, by the reasons that do not depend on an answer. How many answered the wave's own counter
 * tells, which does not fall when a person is erased.
 */
export const skipsOf = (courses: Readonly<Record<ReminderCourse, number>>): readonly Skip[] =>
  REMINDER_COURSES.filter((course) => courses[course] > 0 && !NOT_PUBLISHED.includes(course)).map((reason) => {
    return { stage: 'reminder', reason, count: courses[reason] }
  })
