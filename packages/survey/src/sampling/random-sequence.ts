/** Whole numbers from 0 up to, not including, `below` (1 to 2^32), each as likely as any other. */
export type RandomSequence = (below: number) => number

/**
 * A sequence that its seed decides wholly, for draws that anybody can repeat: xmur3 spreads the seed, sfc32 (Chris
 * Doty-Humphrey, PractRand) makes the numbers. Not for secrets.
 */
export function randomSequence(seed: string): RandomSequence {
  const next = sfc32(seed)
  return (below) => {
    // The numbers above the last whole multiple are drawn again, else the low ones would come more often.
    const limit = 2 ** 32 - (2 ** 32 % below)
    let drawn = next()
    while (drawn >= limit) drawn = next()
    return drawn % below
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
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
    hash ^= hash >>> 16
    return hash | 0
  }
}
