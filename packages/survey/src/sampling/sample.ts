import type { Id } from '@wayproof/kernel/id'

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

/** Uniform random integers from 0 to `below` - 1; `below` is 1 to 2^32. */
type RandomSequence = (limit: number) => number

/**
 * A reproducible random sequence fully determined by its seed: xmur3 hashes the seed, sfc32 (Chris Doty-Humphrey,
 * PractRand) generates the numbers. Not for secrets.
 */
export function randomSequence(seed: string): RandomSequence {
  const next = sfc32(seed)
  return (below) => {
    // Numbers above the last whole multiple are redrawn, because they would favor the low results.
    const limit = 2 ** 32 - (2 ** 32 % below)
    let value = next()
    while (value >= limit) value = next()
    return value % below
  }
}

function sfc32(seed: string): () => number {
  const spread = xmur3(seed)
  let [a, b, c, counter] = [spread(), spread(), spread(), 1]
  const next = () => {
    const result = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next()
  return next
}

function xmur3(text: string): () => number {
  let hash = 1779033703 ^ text.length
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
    hash ^= hash >>> 16
    return hash | 0
  }
}
