/** One line of the table of figures: a command of `bench`, and what it must reach. */
export interface BenchLine {
  readonly name: string
  readonly args: readonly string[]
  /** Operations a second; null where no target is set. */
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

/** Milliseconds for the five goals, whatever the size of the wave. */
export const SCORECARD_MILLISECONDS = 0.6
/** How many times longer the largest wave may take than the smallest. */
export const SCORECARD_GROWTH = 1.3

/** A documented figure no longer holds when today's is slower by more than this share: a shared machine varies by a third. */
const TOLERANCE = 1 / 3

export type LineFault = 'below-target' | 'slower-than-documented'

/** Fault of a line with a new figure; `documented` is null if the table has none. */
export function lineFault(perSecond: number, target: number | null, documented: number | null): LineFault | null {
  if (target !== null && perSecond < target) return 'below-target'
  if (documented !== null && perSecond < documented * (1 - TOLERANCE)) return 'slower-than-documented'
  return null
}

/** Fault of the scorecard's times, by size of the wave, smallest first. */
export function scorecardFault(milliseconds: readonly number[]): 'too-slow' | 'grows-with-answers' | null {
  if (milliseconds.some((time) => time > SCORECARD_MILLISECONDS)) return 'too-slow'
  const [smallest = 0, largest = 0] = [milliseconds.at(0), milliseconds.at(-1)]
  return largest > smallest * SCORECARD_GROWTH ? 'grows-with-answers' : null
}
