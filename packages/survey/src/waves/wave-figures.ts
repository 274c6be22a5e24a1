import { type CalendarDate, dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'

/**
 * Arrivals of an open wave (answers, withdrawals, reminders) are published from this number on, in steps, rounded down.
 * A few invented travelers could fill up a small step, and see in which hour the next answer comes.
 */
export const FIRST_ARRIVALS = 50
export const ARRIVAL_STEP = 25

/** Rounding step of letters, whose number depends on answers only through reminders. */
const LETTER_STEP = 5

const HOUR_MS = 3_600_000

/** The published number of arrivals; 0 below `FIRST_ARRIVALS`, which readers see as no figure. */
export const arrivals = (people: number): number => (people < FIRST_ARRIVALS ? 0 : people - (people % ARRIVAL_STEP))

/** The largest multiple of 5 not above `letters`; never below 0. */
export const inLetterSteps = (letters: number): number => Math.max(0, letters - (letters % LETTER_STEP))

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
 * a full hour, in steps. `not-yet`: nothing is published before the first full hour.
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

/** Figures of an open wave for readers; null for arrivals below `FIRST_ARRIVALS`. */
export type OpenFigures = Pick<WaveFigures, 'delivered' | 'written' | 'days'> & {
  readonly [Figure in 'reminded' | 'remindedAgain' | 'answered' | 'withdrawn']: number | null
}

export function openFigures({ days, ...figures }: WaveFigures): OpenFigures {
  const shown = (people: number) => (people === 0 ? null : people)
  return {
    ...figures,
    reminded: shown(figures.reminded),
    remindedAgain: shown(figures.remindedAgain),
    answered: shown(figures.answered),
    withdrawn: shown(figures.withdrawn),
    days: figures.answered === 0 ? [] : days,
  }
}

/** Rounds figures for publication. Days are rounded cumulatively to the total, so that small days are not lost. */
export function figuresInSteps({ days, ...counts }: WaveFigures): WaveFigures {
  let [sum, publishedSum] = [0, 0]
  const rounded = days.map(({ day, count }) => {
    sum += count
    const increment = arrivals(sum) - publishedSum
    publishedSum += increment
    return { day, count: increment }
  })
  return {
    delivered: inLetterSteps(counts.delivered),
    written: inLetterSteps(counts.written),
    reminded: arrivals(counts.reminded),
    remindedAgain: arrivals(counts.remindedAgain),
    answered: arrivals(counts.answered),
    withdrawn: arrivals(counts.withdrawn),
    days: rounded,
  }
}
