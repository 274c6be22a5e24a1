export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1]
const MAX_TICKS = 6
/** The axis spans at least 15 points, because a shorter one shows noise as a steep change. */
const MIN_SPAN = 0.15

const even = (value: number) => Math.round(value * 1e6) / 1e6

/**
 * Builds an axis with even steps that covers every value and the target. It never exceeds `maximum`, which is 1 for
 * shares.
 */
export function axis(values: readonly number[], maximum = 1, minimum = 0): Axis {
  const finite = values.filter((value) => Number.isFinite(value))
  let low = Math.max(minimum, Math.min(maximum, ...finite))
  let high = Math.min(maximum, Math.max(minimum, ...finite))
  const span = Math.max(MIN_SPAN, high - low)
  const step = STEPS.find((candidate) => Math.ceil(even(span / candidate)) + 1 <= MAX_TICKS) ?? 1
  low = Math.max(minimum, even(Math.floor(even(low / step)) * step))
  high = Math.min(maximum, even(Math.ceil(even(high / step)) * step))
  for (let i = 0; i < MAX_TICKS && even(high - low) < MIN_SPAN; i++) {
    if (low > minimum) low = Math.max(minimum, even(low - step))
    else high = Math.min(maximum, even(high + step))
  }
  const ticks: number[] = []
  for (let i = 0; i <= MAX_TICKS && even(low + i * step) <= high; i++) ticks.push(even(low + i * step))
  return { low, high, ticks }
}
