import type { DrawnTrend } from './goal-trend.ts'

export interface SparkPoint {
  readonly x: number
  readonly y: number
  /** Upper and lower end of the value's interval; null without one. */
  readonly range: readonly [top: number, bottom: number] | null
}

/** A trend scaled to a box: one point per period (null for a missing figure), and the height of the target. */
export interface Spark {
  readonly points: readonly (SparkPoint | null)[]
  readonly targetY: number
}

/** Smallest range of the axis, so that noise does not look like a cliff. */
const LEAST_SPAN = 0.1

/**
 * Scales values (any unit of 0-1) and their intervals to `width` x `height`, higher values at the top; the target is
 * always inside.
 */
export function spark(
  { values, intervals, target }: DrawnTrend,
  { width, height }: { readonly width: number; readonly height: number },
): Spark {
  const ends = intervals.flatMap((interval) => (interval ? [interval.lower, interval.upper] : []))
  const plottedValues = [...values.filter((value) => value !== null), ...ends, target]
  const [least, most] = [Math.min(...plottedValues), Math.max(...plottedValues)]
  const slack = Math.max(0, LEAST_SPAN - (most - least)) / 2
  const [low, high] = [least - slack, most + slack]
  const y = (value: number) => height - ((value - low) / (high - low)) * height
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return {
    points: values.map((value, i) => {
      const interval = intervals[i] ?? null
      const range = interval && ([y(interval.upper), y(interval.lower)] as const)
      return value === null ? null : { x: i * step, y: y(value), range }
    }),
    targetY: y(target),
  }
}

/** SVG path through the points, with a gap at each missing point and before each `broken` one. */
export function path(points: readonly (SparkPoint | null)[], broken: readonly boolean[] = []): string {
  return points
    .map((point, i) =>
      point ? `${points[i - 1] && !broken[i] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}` : '',
    )
    .join('')
}
