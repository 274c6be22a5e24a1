/** Uniform random integers from 0 to `below` - 1; `below` is 1 to 2^32. */
export type RandomSequence = (limit: number) => number

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
