export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1]
const MOST_TICKS = 6
/** The axis spans at least 15 points, because a shorter one shows noise as a steep change. */
const LEAST_SPAN = 0.15

const even = (value: number) => Math.round(value * 1e6) / 1e6

/**
 * Builds an axis with even steps that covers every value and the target. It never exceeds `most`, which is 1 for
 * shares.
 */
export function axis(values: readonly number[], most = 1, least = 0): Axis {
  const finite = values.filter((value) => Number.isFinite(value))
  let low = Math.max(least, Math.min(most, ...finite))
  let high = Math.min(most, Math.max(least, ...finite))
  const span = Math.max(LEAST_SPAN, high - low)
  const step = STEPS.find((each) => Math.ceil(even(span / each)) + 1 <= MOST_TICKS) ?? 1
  low = Math.max(least, even(Math.floor(even(low / step)) * step))
  high = Math.min(most, even(Math.ceil(even(high / step)) * step))
  for (let i = 0; i < MOST_TICKS && even(high - low) < LEAST_SPAN; i++) {
    if (low > least) low = Math.max(least, even(low - step))
    else high = Math.min(most, even(high + step))
  }
  const ticks: number[] = []
  for (let i = 0; i <= MOST_TICKS && even(low + i * step) <= high; i++) ticks.push(even(low + i * step))
  return { low, high, ticks }
}
