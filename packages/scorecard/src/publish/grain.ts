import type { PublishedStep } from './published-step.ts'

// Grains are counted per whole (1,000 for a tenth of a point of a share), so that a result is one integer by another and
// prints with no more digits than it has.

/** A step that still shows figures. */
export type FigureStep = Exclude<PublishedStep, 'verdict'>

/** Steps in 1: of a share a tenth, half or whole point. */
export const sharesIn: Readonly<Record<FigureStep, number>> = { 0.1: 1_000, 0.5: 200, 1: 100 }

/** How many times as coarse as the finest step. */
export const coarseness: Readonly<Record<FigureStep, number>> = { 0.1: 1, 0.5: 5, 1: 10 }

const BILLION = 1e9

/** Whole billionths, rounded down. Rounding noise of sums (below 1e-12) takes none away. */
export const billionths = (value: number): number => Math.floor(Math.round(value * 1e12) / 1e3)

/** Rounded down to whole parts, `parts` in 1: .8496 in 1,000 is .849. Reads the value as the target's rule does. */
export const floorTo = (value: number, parts: number): number =>
  whole(Math.floor(billionths(value) / (BILLION / parts))) / parts

/** Rounded up. */
export const ceilTo = (value: number, parts: number): number =>
  whole(Math.ceil(Math.round(value * 1e12) / 1e3 / (BILLION / parts))) / parts

export const roundTo = (value: number, parts: number): number => whole(Math.round(value * parts)) / parts

/** A count rounded down to multiples of `size`. */
export const floorCount = (count: number, size: number): number => Math.floor((count + 1e-9) / size) * size

/** No negative zero. */
const whole = (parts: number): number => parts + 0

/** The same of what may be missing. */
export const ifKnown = (round: (value: number) => number, value: number | null): number | null =>
  value === null ? null : round(value)
