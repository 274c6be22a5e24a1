import { type CalendarDate, dateAt, type Instant, startOfDay } from '@wayproof/kernel'

/** Rounding step in people: figures of an open wave are published only as multiples of it, rounded down. */
export const FIGURE_STEP = 5

const HOUR_MS = 3_600_000

/** The largest multiple of FIGURE_STEP not above `people`; never below 0. */
export const inSteps = (people: number): number => Math.max(0, people - (people % FIGURE_STEP))

/** The full hour of local time in `timeZone` that contains `at`. */
export function fullHour(at: Instant, timeZone: string): Instant {
  const midnight = startOfDay(dateAt(at, timeZone), timeZone)
  return at - ((at - midnight) % HOUR_MS)
}

/** The first full hour at which a wave opened at `openedAt` is counted. */
export const firstCountedHour = (openedAt: Instant, timeZone: string): Instant => fullHour(openedAt, timeZone) + HOUR_MS

export interface AnswerDay {
  readonly day: CalendarDate
  readonly count: number
}

/**
 * Precision of a wave's figures. An open wave is counted once an hour, so that someone who corrects, erases or reminds
 * single travelers cannot infer from a figure whether they have answered. `exact`: the wave is closed. `hourly`: as of
 * a full hour, in multiples of FIGURE_STEP. `not-yet`: nothing is published before the first full hour.
 */
export type Counted =
  | { readonly kind: 'exact' }
  | { readonly kind: 'hourly'; readonly asOf: Instant }
  | { readonly kind: 'not-yet' }

/** Counts of an open wave. */
export interface WaveFigures {
  readonly delivered: number
  /** Invitations written to a folder and not sent. */
  readonly written: number
  /** First and second reminders sent. */
  readonly reminded: number
  readonly remindedAgain: number
  /** Current answers, without the withdrawn ones. */
  readonly answered: number
  readonly withdrawn: number
  /** Answers per day, without groups; answers withdrawn later remain in their day. */
  readonly days: readonly AnswerDay[]
}

/** Rounds figures for publication. Days are rounded cumulatively to the total, so that small days are not lost. */
export function figuresInSteps({ days, ...counts }: WaveFigures): WaveFigures {
  let [sum, publishedSum] = [0, 0]
  const rounded = days.map(({ day, count }) => {
    sum += count
    const increment = inSteps(sum) - publishedSum
    publishedSum += increment
    return { day, count: increment }
  })
  return {
    delivered: inSteps(counts.delivered),
    written: inSteps(counts.written),
    reminded: inSteps(counts.reminded),
    remindedAgain: inSteps(counts.remindedAgain),
    answered: inSteps(counts.answered),
    withdrawn: inSteps(counts.withdrawn),
    days: rounded,
  }
}
