import type { Id } from '@wayproof/kernel'
import { randomSequence } from './random-sequence.ts'

/** Everybody; a simple random sample; a random one in which each trip type and region has its share. */
export const SAMPLING_MODES = ['census', 'sample', 'stratified'] as const
export type SamplingMode = (typeof SAMPLING_MODES)[number]

/**
 * A simple random sample without replacement: `size` of the frame, every set of that size equally likely, the same
 * persons for the same seed and frame in whatever order the frame comes. A frame of `size` or fewer is taken whole.
 * Sorted by id, so that the order tells nothing of the draw. (Partial Fisher-Yates.)
 */
export function drawSample<T extends { readonly id: Id }>(
  frame: readonly T[],
  size: number,
  seed: string,
): readonly T[] {
  const drawn = sortedById(frame)
  if (size >= drawn.length) return drawn
  const next = randomSequence(seed)
  for (let place = 0; place < size; place += 1) {
    const from = place + next(drawn.length - place)
    const [here, there] = [drawn[place], drawn[from]] as [T, T]
    drawn[place] = there
    drawn[from] = here
  }
  return sortedById(drawn.slice(0, size))
}

const sortedById = <T extends { readonly id: Id }>(people: readonly T[]): T[] =>
  people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
