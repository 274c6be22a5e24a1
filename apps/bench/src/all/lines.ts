/** One row in the table of figures: a `bench` command and its target. */
export interface BenchLine {
  readonly name: string
  readonly args: readonly string[]
  /** Operations per second; null without a target. */
  readonly target: number | null
}

export const LINES: readonly BenchLine[] = [
  { name: 'open', args: ['open'], target: 25_000 },
  { name: 'submit', args: ['submit'], target: null },
  { name: 'cycle', args: ['cycle'], target: 4_800 },
  { name: 'send', args: ['send'], target: 4_000 },
  { name: 'signed', args: ['send', '--signed'], target: 1_200 },
  { name: 'import', args: ['import'], target: 90_000 },
]

/** Milliseconds for the five goals, for waves of every size. */
export const SCORECARD_MILLISECONDS = 0.6
/** Maximum ratio between the largest and the smallest wave. */
export const SCORECARD_GROWTH = 1.3

/** A documented figure is missed if today's is slower by more than this share; a shared machine varies by a third. */
const TOLERANCE = 1 / 3

export type LineFault = 'below-target' | 'slower-than-documented'

/** Returns the fault of a row with a new figure; `documented` is null if the table has none. */
export function lineFault(perSecond: number, target: number | null, documentedRate: number | null): LineFault | null {
  if (target !== null && perSecond < target) return 'below-target'
  if (documentedRate !== null && perSecond < documentedRate * (1 - TOLERANCE)) return 'slower-than-documented'
  return null
}

/** Returns the fault of the scorecard's times, by size of the wave, smallest first. */
export function scorecardFault(milliseconds: readonly number[]): 'too-slow' | 'grows-with-answers' | null {
  if (milliseconds.some((time) => time > SCORECARD_MILLISECONDS)) return 'too-slow'
  const [smallest = 0, largest = 0] = [milliseconds.at(0), milliseconds.at(-1)]
  return largest > smallest * SCORECARD_GROWTH ? 'grows-with-answers' : null
}
