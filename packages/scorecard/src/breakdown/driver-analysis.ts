import { rankCorrelation } from '@wayproof/statistics'
import type { GroupFigure } from '../gate/gate.ts'
import { type ShownShare, shownPeople } from '../gate/shown-share.ts'
import { floorTo, roundTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { LEVEL } from '../satisfaction/satisfaction-estimate.ts'

/** Grain of a correlation. */
const HUNDREDTHS = 100

/** Ratings of one aspect by those of the headline: how many gave both. */
export interface DriverCounts {
  readonly item: string
  /** Row by rating, column by headline, from the lowest point on. */
  readonly table: readonly (readonly number[])[]
  /** How satisfied everybody is with the aspect, as the gate lets it out. */
  readonly figure: GroupFigure
}

export interface DriverPlace {
  readonly item: string
  /** At least so many rated both; fewer than the minimum have no place. */
  readonly people: number
  readonly performance: ShownShare
  /** Spearman's correlation with the headline, to a hundredth, and its 95 % interval. */
  readonly importance: number
  readonly lower: number
  readonly upper: number
  /** Against the mean of the aspects; `unclear` where the interval of its importance holds that mean. */
  readonly quadrant: 'improve' | 'keep' | 'watch' | 'rest' | 'unclear'
}

export interface DriverAnalysis {
  readonly places: readonly DriverPlace[]
  /** Means over the aspects that have a place; null without one. */
  readonly mean: { readonly importance: number; readonly performance: number } | null
  /** Aspects that too few rated, or all rated alike. */
  readonly left: readonly string[]
}

/**
 * Importance by performance: how closely the rating of each aspect goes with that of the headline, and the share that is
 * satisfied with it. A correlation is no cause: what goes with satisfaction need not make it.
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
  const shown = {
    importance: roundTo(mean.importance, HUNDREDTHS),
    performance: floorTo(mean.performance, sharesIn[FINEST_STEP]),
  }
  return { places: places.toSorted((a, b) => b.importance - a.importance), mean: shown, left }
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
