import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { LastAlert } from '@wayproof/oversight/deadlines/alert'
import type { PostedLetter } from '../outbox/outbox.ts'

/** A letter about deadlines, and what its person has been alerted of with it. */
export interface DeadlineLetter {
  readonly letter: PostedLetter
  readonly alerts: readonly LastAlert[]
}

export interface AlertStore {
  /**
   * Reads the last alerts of a user, and posts the letter that `compose` returns with its alerts, in one transaction, so
   * that two schedulers alert once. `compose` may be called again. Returns whether a letter was posted.
   */
  alert(user: Id, compose: (last: readonly LastAlert[]) => DeadlineLetter | null, at: Instant): Promise<boolean>
  /** Forgets the alerts of all deadlines that are not in `open`. */
  forget(open: readonly string[]): Promise<void>
}
