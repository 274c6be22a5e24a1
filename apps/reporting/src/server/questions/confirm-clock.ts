import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'

/** Enough to compare the time with another clock and to read a sentence. */
const MAX_AGE_MS = 15 * 60_000
/** A page may be ahead of the server by the time of a response. */
const AHEAD_MS = 60_000

export interface ConfirmClock {
  readonly id: Id
  /** Time on the page when the officer declared the clock right, and again at the confirmation. */
  readonly shown: Instant
  readonly again: Instant
  /** Name of the officer. */
  readonly by: string
}

/**
 * An officer confirms that the clock is right: it becomes the newest trusted moment, and everything due by it is
 * carried out. The clock must still show the confirmed time.
 * Faults: `question-settled`, `clock-moved`.
 */
export async function confirmClock(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { id, shown: shownAt, again, by }: ConfirmClock,
): Promise<Outcome<null>> {
  const at = clock.now()
  const isNow = (moment: Instant) => moment <= at + AHEAD_MS && moment > at - MAX_AGE_MS
  if (!isNow(shownAt) || !isNow(again) || again < shownAt) return fail('clock-moved')
  const question = await store.questions.find(id)
  if (question?.kind !== 'clock') return fail('question-settled')
  return (await store.questions.confirmClock(id, { by, at })) ? ok(null) : fail('question-settled')
}
