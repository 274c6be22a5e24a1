import type { Scale } from './questionnaire.ts'

/** Scales of 1 to 5 were published before a scale named its satisfied points. */
const ONE_TO_FIVE = [1, 2, 3, 4, 5]
const SATISFIED_OF_FIVE: readonly number[] = [4, 5]

/**
 * The points of a scale that count as satisfied, in ascending order: those it names, or 4 and 5 of 1 to 5. Empty for any
 * other scale that names none; a share of it is never computed.
 */
export function satisfiedPoints({ points, satisfied }: Pick<Scale, 'points' | 'satisfied'>): readonly number[] {
  const values = points.map(({ value }) => value).toSorted((a, b) => a - b)
  const isOneToFive = values.join() === ONE_TO_FIVE.join()
  const named = satisfied ?? (isOneToFive ? SATISFIED_OF_FIVE : [])
  return values.filter((value) => named.includes(value))
}
