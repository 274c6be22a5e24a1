export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1]
const MOST_TICKS = 6
/** Shorter stretches would draw noise as a cliff. */
const LEAST_SPAN = 0.15

const even = (value: number) => Math.round(value * 1e6) / 1e6

/**
 * A value axis on even steps that holds every value and the target and spans at least 15 points;
 * it never runs past `most` (1 for a share: nothing is above 100 %).
 */
export function axis(values: readonly number[], most = 1, least = 0): Axis {
  const known = values.filter((value) => Number.isFinite(value))
  let low = Math.max(least, Math.min(most, ...known))
  let high = Math.min(most, Math.max(least, ...known))
  const lack = LEAST_SPAN - (high - low)
  if (lack > 0) {
    high = Math.min(most, high + lack / 2)
    low = Math.max(least, high - LEAST_SPAN)
  }
  const step = STEPS.find((each) => Math.ceil((high - low) / each) + 1 <= MOST_TICKS) ?? 1
  low = Math.max(least, even(Math.floor(even(low / step)) * step))
  high = Math.min(most, even(Math.ceil(even(high / step)) * step))
  const ticks: number[] = []
  for (let i = 0; i <= MOST_TICKS && even(low + i * step) <= high; i++) ticks.push(even(low + i * step))
  return { low, high, ticks }
}
