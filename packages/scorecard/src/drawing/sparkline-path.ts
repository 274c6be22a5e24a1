export interface SparkPoint {
  readonly x: number
  readonly y: number
}

/** A course laid into a box: one point a period (null where there is no figure), and the height of the target. */
export interface Spark {
  readonly points: readonly (SparkPoint | null)[]
  readonly targetY: number
}

/** The least stretch of the axis, so that noise is not drawn as a cliff. */
const LEAST_SPAN = 0.1

/** Lays values (any unit of 0-1) into `width` x `height`, top is more; the target is always inside. */
export function spark(values: readonly (number | null)[], target: number, width: number, height: number): Spark {
  const known = [...values.filter((value) => value !== null), target]
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const slack = Math.max(0, LEAST_SPAN - (most - least)) / 2
  const [low, high] = [least - slack, most + slack]
  const y = (value: number) => height - ((value - low) / (high - low)) * height
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return {
    points: values.map((value, i) => (value === null ? null : { x: i * step, y: y(value) })),
    targetY: y(target),
  }
}

/** An SVG path through the points, broken where one is missing and before each that is `broken` off. */
export function path(points: readonly (SparkPoint | null)[], broken: readonly boolean[] = []): string {
  return points
    .map((point, i) =>
      point ? `${points[i - 1] && !broken[i] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}` : '',
    )
    .join('')
}
