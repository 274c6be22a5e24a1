import type { Ids, Tokens } from '@wayproof/kernel/id'

/** IDs that are numbered from 1. */
export function countedIds(prefix: string): Ids {
  let count = 0
  return {
    next: () => {
      count += 1
      return `${prefix}-${count}`
    },
  }
}

/** Bytes that differ from call to call and are the same in every run. */
export function countedTokens(): Tokens {
  let count = 0
  return {
    bytes: (length) => {
      count += 1
      return Uint8Array.from({ length }, (_, place) => (count * 7 + place) % 256)
    },
  }
}
