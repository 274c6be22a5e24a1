import type { Instant } from '@wayproof/kernel/clock'
import type { Outbox, PostedLetter } from '../outbox/outbox.ts'

export interface MemoryOutbox extends Pick<Outbox, 'post'> {
  /** Letters in the order in which they were posted. */
  readonly letters: readonly (PostedLetter & { readonly at: Instant })[]
}

/** An outbox in memory that takes letters and sends none. */
export function memoryOutbox(): MemoryOutbox {
  const letters: (PostedLetter & { readonly at: Instant })[] = []
  return {
    letters,
    post: async (posted, at) => {
      const before = letters.length
      for (const letter of posted)
        if (!letters.some(({ dedupeKey }) => dedupeKey === letter.dedupeKey)) letters.push({ ...letter, at })
      return letters.length - before
    },
  }
}
