import type { PublishedStep } from './published-step.ts'

// Grains are counted per whole (1,000 for a tenth of a point of a share), so that a result is one integer divided by
// another and prints without extra digits.

/** A step that still shows figures. */
export type FigureStep = Exclude<PublishedStep, 'verdict'>

/** Steps per 1: a tenth, half or whole percentage point of a share. */
export const sharesIn: Readonly<Record<FigureStep, number>> = { 0.1: 1_000, 0.5: 200, 1: 100 }

/** Multiple of the finest step. */
export const coarseness: Readonly<Record<FigureStep, number>> = { 0.1: 1, 0.5: 5, 1: 10 }

const BILLION = 1e9

/** Whole billionths, rounded down; rounding noise of sums (below 1e-12) is ignored. */
export const billionths = (value: number): number => Math.floor(Math.round(value * 1e12) / 1e3)

/** Rounds down to whole parts, `parts` per 1: .8496 with 1,000 is .849. Reads the value like the target's rule. */
export const floorTo = (value: number, parts: number): number =>
  whole(Math.floor(billionths(value) / (BILLION / parts))) / parts

/** Rounds up to whole parts. */
export const ceilTo = (value: number, parts: number): number =>
  whole(Math.ceil(Math.round(value * 1e12) / 1e3 / (BILLION / parts))) / parts

export const roundTo = (value: number, parts: number): number => whole(Math.round(value * parts)) / parts

/** Rounds a count down to multiples of `size`. */
export const floorCount = (count: number, size: number): number => Math.floor((count + 1e-9) / size) * size

/** Avoids negative zero. */
const whole = (parts: number): number => parts + 0

/** Applies a rounding to a value that may be missing. */
export const ifNotNull = (round: (value: number) => number, value: number | null): number | null =>
  value === null ? null : round(value)
