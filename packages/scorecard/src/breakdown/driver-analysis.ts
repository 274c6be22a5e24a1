import { rankCorrelation } from '@wayproof/statistics/tables/rank-table'
import { type ShownShare, shownPeople } from '@wayproof/survey/disclosure/shown-share'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
import { floorTo, roundTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { LEVEL } from '../satisfaction/satisfaction-estimate.ts'

/** Resolution of a published correlation: hundredths. */
const HUNDREDTHS = 100

/** Joint counts of the ratings of one aspect and of the headline. */
export interface DriverCounts {
  readonly item: string
  /** Rows by aspect rating, columns by headline rating, from the lowest point on. */
  readonly table: readonly (readonly number[])[]
  /** Published satisfaction of all people with the aspect. */
  readonly figure: GroupFigure
}

export interface DriverPlace {
  readonly item: string
  /** Lower bound of the people who rated both; below the minimum an aspect has no quadrant. */
  readonly people: number
  readonly performance: ShownShare
  /** Spearman's correlation with the headline, to a hundredth, and its 95 % interval. */
  readonly importance: number
  readonly lower: number
  readonly upper: number
  /** Relative to the mean of the aspects; `unclear` if the interval of its importance contains that mean. */
  readonly quadrant: 'improve' | 'keep' | 'watch' | 'rest' | 'unclear'
}

export interface DriverAnalysis {
  readonly places: readonly DriverPlace[]
  /** Means over the aspects with a quadrant; null without any. */
  readonly mean: { readonly importance: number; readonly performance: number } | null
  /** Aspects with too few ratings or uniform ratings. */
  readonly left: readonly string[]
}

/**
 * Importance-performance analysis: the correlation of each aspect with the headline, and its satisfied share. A
 * correlation is no cause: an aspect that correlates with satisfaction need not cause it.
 */
export function driverAnalysis(
  drivers: readonly DriverCounts[],
  { minimum, smallestGroup }: { readonly minimum: number; readonly smallestGroup: number },
): DriverAnalysis {
  const measured = drivers.map(({ item, table, figure }) => {
    const { n, spearman, interval } = rankCorrelation({ table, level: LEVEL })
    if (n < minimum || spearman === null || interval === null || figure.kind !== 'shown') return { item, place: null }
    const [importance, lower, upper] = [hundredth(spearman), hundredth(interval.lower), hundredth(interval.upper)]
    return {
      item,
      place: { item, people: shownPeople(n, smallestGroup), performance: figure.topTwo, importance, lower, upper },
    }
  })
  const placed = measured.flatMap(({ place }) => (place ? [place] : []))
  const left = measured.filter(({ place }) => !place).map(({ item }) => item)
  if (placed.length === 0) return { places: [], mean: null, left }
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const mean = {
    importance: meanOf(placed.map(({ importance }) => importance)),
    performance: meanOf(placed.map(({ performance }) => performance.value)),
  }
  const places = placed.map((place) => ({ ...place, quadrant: quadrantOf(place, mean) }))
  const roundedMean = {
    importance: roundTo(mean.importance, HUNDREDTHS),
    performance: floorTo(mean.performance, sharesIn[FINEST_STEP]),
  }
  return { places: places.toSorted((a, b) => b.importance - a.importance), mean: roundedMean, left }
}

function quadrantOf(
  { lower, upper, performance }: Omit<DriverPlace, 'quadrant'>,
  mean: NonNullable<DriverAnalysis['mean']>,
): DriverPlace['quadrant'] {
  if (lower <= mean.importance && upper >= mean.importance) return 'unclear'
  const weak = performance.value < mean.performance
  if (lower > mean.importance) return weak ? 'improve' : 'keep'
  return weak ? 'watch' : 'rest'
}

const hundredth = (value: number): number => roundTo(value, HUNDREDTHS)
