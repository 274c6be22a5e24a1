import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { poissonControlLimit } from '@wayproof/statistics/rates/control-limit'
import { runChance } from '@wayproof/statistics/rates/run-chance'
import type { IncidentMonth } from '../facts.ts'

export interface RunMonth {
  readonly month: PeriodKey
  /** Null for a month without records and without a confirmation that nothing happened: a gap, never 0. */
  readonly leaks: number | null
  readonly bookings: number | null
  /** The baseline year's average, at the month's bookings if they are used. Null for a month that is not judged. */
  readonly average: number | null
  /** More leaks than this happen by chance in 1 of 740 months. */
  readonly limit: number | null
  readonly isAbove: boolean
}

/** Months in a row on one side of the average. */
export interface LeakSign {
  readonly from: PeriodKey
  readonly to: PeriodKey
  readonly months: number
  readonly side: 'below' | 'above'
  /** Probability of such a row somewhere in this chart if nothing changed. */
  readonly chance: number
  readonly isSign: boolean
}

/** Leaks by month with the limits of a u-chart, or of a c-chart where bookings are missing. */
export interface LeakRun {
  /** Oldest first, from the first month on record. */
  readonly months: readonly RunMonth[]
  /** The month that has not ended; null if it is not drawn. */
  readonly running: PeriodKey | null
  readonly baselineYear: number
  /** Leaks a month in the baseline year; null without limits. */
  readonly average: number | null
  /** True if average and limits move with the bookings. */
  readonly perBooking: boolean
  /** The reason why there are no limits: the baseline year is not over, silent, or had no leaks. */
  readonly without: 'baseline-running' | 'baseline-silent' | 'baseline-zero' | null
  /** Months of the baseline year that are neither recorded nor confirmed; the average has them without leaks. */
  readonly unrecorded: readonly PeriodKey[]
  /** Leaks of these years without a known month, which are not drawn. */
  readonly undated: number
  readonly sign: LeakSign | null
}

/** Leaks of the baseline year; `state` says whether they make an average. */
export interface Baseline {
  readonly year: number
  readonly leaks: number
  readonly state: 'known' | 'silent' | 'running'
}

interface LeakRunInput {
  /** Every month from the baseline year or the first one drawn to the last one drawn, in order. */
  readonly months: readonly IncidentMonth[]
  readonly leaks: ReadonlyMap<PeriodKey, number>
  readonly undated: number
  readonly firstDrawn: PeriodKey
  readonly lastDrawn: PeriodKey
  /** The month of today. */
  readonly running: PeriodKey
  readonly baseline: Baseline
}

const FEWEST_IN_A_ROW = 8
/** A row that chance makes more often is no sign. The average is an estimate, so 1 to 4 of 100 unchanged charts show one. */
const SIGN_CHANCE = 0.02

/** Draws the months from the first one on record, each against the average of the baseline year. */
export function leakRun(input: LeakRunInput): LeakRun {
  const { months, leaks, undated, firstDrawn, lastDrawn, running, baseline } = input
  const begun = months.slice(firstOnRecord(months))
  const shown = begun.filter(({ month }) => month >= firstDrawn && month <= lastDrawn)
  const baselineMonths = begun.filter(({ month }) => month.startsWith(`${baseline.year}-`))
  const without = whyWithout(baseline)
  const ended = [...baselineMonths, ...shown].filter(({ month }) => month < running)
  const perBooking = ended.every(({ bookings }) => bookings !== null) && sumOf(baselineMonths) > 0
  const averageOf = (bookings: number | null) =>
    perBooking
      ? (baseline.leaks / sumOf(baselineMonths)) * (bookings ?? 0)
      : baseline.leaks / Math.max(1, baselineMonths.length)
  const drawn = shown.map(({ month, recorded, bookings }): RunMonth => {
    const count = recorded ? (leaks.get(month) ?? 0) : null
    // A month without bookings has no rate.
    const isJudged = without === null && month < running && !(perBooking && bookings === 0)
    const average = isJudged ? averageOf(bookings) : null
    const limit = average === null ? null : poissonControlLimit({ mean: average }).exactUpper
    return {
      month,
      leaks: count,
      bookings,
      average,
      limit,
      isAbove: (count ?? 0) > (limit ?? Number.POSITIVE_INFINITY),
    }
  })
  return {
    months: drawn.map((month) => ({ ...month, average: hundredths(month.average) })),
    running: drawn.some(({ month }) => month === running) ? running : null,
    baselineYear: baseline.year,
    average: without === null ? hundredths(baseline.leaks / Math.max(1, baselineMonths.length)) : null,
    perBooking,
    without,
    unrecorded: without === null ? baselineMonths.filter(({ recorded }) => !recorded).map(({ month }) => month) : [],
    undated,
    sign: signOf(drawn),
  }
}

const hundredths = (value: number | null) => value && Math.round(value * 100) / 100

function whyWithout({ state, leaks }: Baseline): LeakRun['without'] {
  if (state !== 'known') return `baseline-${state}`
  return leaks === 0 ? 'baseline-zero' : null
}

/** The registers begin with the first month that has incidents, a confirmation or bookings. */
function firstOnRecord(months: readonly IncidentMonth[]): number {
  const first = months.findIndex(({ recorded, bookings }) => recorded || bookings !== null)
  return first === -1 ? months.length : first
}

const sumOf = (months: readonly IncidentMonth[]): number =>
  months.reduce((sum, { bookings }) => sum + (bookings ?? 0), 0)

const sideOf = ({ leaks, average }: RunMonth): LeakSign['side'] | null =>
  leaks === null || average === null || leaks === average ? null : leaks < average ? 'below' : 'above'

/** The longest row of eight or more months on one side, the last of equal ones. */
function signOf(months: readonly RunMonth[]): LeakSign | null {
  let longest: readonly RunMonth[] = []
  let row: readonly RunMonth[] = []
  for (const month of months) {
    const [side, last] = [sideOf(month), row.at(-1)]
    row = side === null ? [] : last && sideOf(last) === side ? [...row, month] : [month]
    if (row.length >= longest.length) longest = row
  }
  const [first, last] = [longest[0], longest.at(-1)]
  const side = last && sideOf(last)
  if (longest.length < FEWEST_IN_A_ROW || !first || !last || !side) return null
  const means = months.map(({ leaks, average }) => (leaks === null ? null : average))
  const chance = runChance({ length: longest.length, means })
  return {
    ...{ from: first.month, to: last.month, months: longest.length, side },
    chance: Math.round(chance * 100) / 100,
    isSign: chance <= SIGN_CHANCE,
  }
}
