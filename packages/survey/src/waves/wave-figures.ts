import { type CalendarDate, dateAt, type Instant, startOfDay } from '@wayproof/kernel'

/** People in one step: of an open wave nothing finer is published, always rounded down. */
export const FIGURE_STEP = 5

const HOUR_MS = 3_600_000

/** The last multiple of FIGURE_STEP that is not above `people`; never below 0. */
export const inSteps = (people: number): number => Math.max(0, people - (people % FIGURE_STEP))

/** The full hour that `at` lies in, by clocks in `timeZone`. */
export function fullHour(at: Instant, timeZone: string): Instant {
  const midnight = startOfDay(dateAt(at, timeZone), timeZone)
  return at - ((at - midnight) % HOUR_MS)
}

/** The first full hour at which a wave that opened at `openedAt` is counted. */
export const firstCountedHour = (openedAt: Instant, timeZone: string): Instant => fullHour(openedAt, timeZone) + HOUR_MS

export interface AnswerDay {
  readonly day: CalendarDate
  readonly count: number
}

/**
 * How exact the figures of a wave are. An open wave is counted once an hour, so that nobody who corrects, erases or
 * reminds single travelers sees from a figure whether they have answered.
 *
 * - `exact`: the wave is closed.
 * - `hourly`: as of a full hour, in steps of FIGURE_STEP.
 * - `not-yet`: nothing is published before the first full hour.
 */
export type Counted =
  | { readonly kind: 'exact' }
  | { readonly kind: 'hourly'; readonly asOf: Instant }
  | { readonly kind: 'not-yet' }

/** What is counted of a wave while it is open. */
export interface WaveFigures {
  readonly delivered: number
  /** Invitations that lie in a folder: sent to nobody. */
  readonly written: number
  /** First reminders, and second ones, that left. */
  readonly reminded: number
  readonly remindedAgain: number
  /** Answers that stand: a withdrawn one is in `withdrawn` only. */
  readonly answered: number
  readonly withdrawn: number
  /** Answers given a day, without groups; a day keeps those that were withdrawn later. */
  readonly days: readonly AnswerDay[]
}

/** The figures as they are published. Days add up to the total in steps, so that small days are not lost. */
export function figuresInSteps({ days, ...counts }: WaveFigures): WaveFigures {
  let [sum, published] = [0, 0]
  const rounded = days.map(({ day, count }) => {
    sum += count
    const added = inSteps(sum) - published
    published += added
    return { day, count: added }
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
