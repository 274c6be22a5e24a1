import type { Id } from '@wayproof/kernel/id'
import { randomSequence } from './random-sequence.ts'

/** Everyone; a simple random sample; a sample stratified by trip type and region with proportional allocation. */
export const SAMPLING_MODES = ['census', 'sample', 'stratified'] as const
export type SamplingMode = (typeof SAMPLING_MODES)[number]

/**
 * Draws a simple random sample without replacement: every set of `size` people is equally likely, and the same seed and
 * frame give the same people in any order of the frame. A frame of at most `size` is returned whole. The result is
 * sorted by ID, so that its order reveals nothing about the draw. (Partial Fisher-Yates.)
 */
export function drawSample<T extends { readonly id: Id }>(
  frame: readonly T[],
  size: number,
  seed: string,
): readonly T[] {
  const shuffled = sortedById(frame)
  if (size >= shuffled.length) return shuffled
  const next = randomSequence(seed)
  for (let place = 0; place < size; place += 1) {
    const from = place + next(shuffled.length - place)
    const [current, replacement] = [shuffled[place], shuffled[from]] as [T, T]
    shuffled[place] = replacement
    shuffled[from] = current
  }
  return sortedById(shuffled.slice(0, size))
}

const sortedById = <T extends { readonly id: Id }>(people: readonly T[]): T[] =>
  people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
