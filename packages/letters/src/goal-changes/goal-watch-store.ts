import type { Instant } from '@wayproof/kernel/clock'
import type { FactWatch } from '@wayproof/oversight/goal-changes/fact-watch'
import type { PostedLetter } from '../outbox/outbox.ts'

/** Watches to be saved, and the letters about what changed. */
export interface ReviewedWatches {
  readonly watches: readonly FactWatch[]
  readonly letters: readonly PostedLetter[]
}

export interface GoalWatchStore {
  /**
   * Reads all watches, saves those that `review` returns and posts its letters, in one transaction, so that two
   * schedulers mail once. `review` may be called again. Returns the number of letters.
   */
  review(review: (watches: readonly FactWatch[]) => ReviewedWatches, at: Instant): Promise<number>
}
