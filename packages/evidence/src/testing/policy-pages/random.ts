/** Seeded, repeatable random numbers (mulberry32). */
export interface Random {
  /** In the range [0, 1). */
  next(): number
  below(bound: number): number
  one<T>(of: readonly T[]): T
  chance(share: number): boolean
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return { next, below, one: (of) => of[below(of.length)] as (typeof of)[number], chance: (share) => next() < share }
}
