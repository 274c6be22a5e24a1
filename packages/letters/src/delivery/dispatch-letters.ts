import type { Id, Instant } from '@wayproof/kernel'
import type { ClaimedLetter, Outbox, UnreadableLetter } from '../outbox/outbox.ts'
import {
  type AttemptPorts,
  attemptLetter,
  type EndedAttempt,
  LEASE_MS,
  type LetterSender,
  type QueuedLetter,
} from './attempt-letter.ts'
import { serverBackOff } from './back-off.ts'
import { condition } from './condition.ts'
import { type DeliveryResult, resultCounter } from './delivery-result.ts'
import type { RateWindow } from './rate-window.ts'
import { type RecordPorts, recordAttempt } from './record-attempt.ts'

export interface DispatchPorts extends Omit<AttemptPorts, 'outbox'>, RecordPorts {
  readonly outbox: Outbox
  /** Letters sent at once, and so the most that are sent twice after a kill. */
  readonly workers: number
  /** Limits how many letters begin in a minute. Absent: no limit. */
  readonly rate?: RateWindow | undefined
  /** Returns true if travelers may be mailed at this hour. Absent: at any hour. */
  readonly isSendingHour?: ((at: Instant) => boolean) | undefined
  /** Read for each claim; null: the organization has no address yet, and letters wait. */
  readonly from: () => Promise<LetterSender | null>
  /** Waits the given milliseconds, or until the dispatcher has to stop. */
  readonly pause: (milliseconds: number) => Promise<void>
  /** Receives the results of every few letters. */
  readonly ended: (result: DeliveryResult) => Promise<void>
  /** Receives an error of the outbox or of `ended`. Must not reject. */
  readonly failed: (error: unknown) => Promise<void>
  /** Receives each letter that is damaged in the database. */
  readonly unreadable?: ((letter: UnreadableLetter) => void) | undefined
}

/** Letters of a claim. After a kill they wait for the end of their lease, so they are few. */
const CLAIM_SIZE = 96
/** The next claim is made once at most this many letters wait for a worker, so that no worker waits for a claim. */
const LOW = 24
const RESULT_EVERY = 24
const IDLE_MS = 500
/** The longest pause between two attempts to record, as a part of the lease. */
const LONGEST_PAUSES = 20
/** Letters to a domain that accepts no more are postponed for this long. */
const CROWDED_MS = 5000

/**
 * Empties the outbox until `signal`: one loop claims letters, and each worker sends one at a time. At the end the letters
 * being sent are finished and the others are put back.
 */
export async function dispatchLetters(ports: DispatchPorts, signal: AbortSignal): Promise<void> {
  const { outbox, clock, lease = LEASE_MS } = ports
  const queue: QueuedLetter[] = []
  const putBack: ClaimedLetter[] = []
  const crowded: ClaimedLetter[] = []
  const inFlight = new Set<Id>()
  const results = resultCounter()
  const state = condition()
  let resting = 0
  let refusal: string | null = null

  const leave = ({ letter, place }: QueuedLetter) => {
    place?.giveBack()
    inFlight.delete(letter.id)
  }

  async function release(): Promise<void> {
    const untried = putBack.splice(0)
    const claimedLetters = crowded.splice(0)
    if (untried.length > 0) await outbox.release(untried, refusal)
    if (claimedLetters.length > 0) await outbox.release(claimedLetters, null, clock.now() + CROWDED_MS)
  }

  async function emptyQueue(): Promise<void> {
    for (const queuedLetter of queue.splice(0)) {
      leave(queuedLetter)
      putBack.push(queuedLetter.letter)
    }
    await release()
  }

  /** Returns the reason why nothing was claimed; null if letters were. */
  async function claim(from: LetterSender): Promise<DeliveryResult['idle']> {
    const now = clock.now()
    const leaseUntil = now + lease
    const places = await ports.rate?.take(CLAIM_SIZE)
    if (places?.length === 0) return 'window-full'
    const unreadable = (letter: UnreadableLetter) => {
      results.count('failed', null)
      ports.unreadable?.(letter)
    }
    try {
      const choices = { surveys: ports.isSendingHour?.(now) ?? true, unreadable, inFlight }
      const letters = await outbox.claim(places?.length ?? CLAIM_SIZE, now, leaseUntil, choices)
      for (const [n, letter] of letters.entries()) {
        inFlight.add(letter.id)
        queue.push({ letter, leaseUntil, from, place: places?.[n] })
      }
      for (const place of places?.slice(letters.length) ?? []) place.giveBack()
      state.changed()
      return letters.length === 0 ? 'nothing-due' : null
    } catch (error) {
      for (const place of places ?? []) place.giveBack()
      throw error
    }
  }

  async function refill(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      await state.until(() => signal.aborted || (queue.length <= LOW && resting < ports.workers))
      if (signal.aborted) return
      try {
        await release()
        const from = await ports.from()
        const idle = from && (await claim(from))
        // Letters that were put back while the outbox was asked are due again.
        if (idle && inFlight.size === 0 && putBack.length === 0) await ports.ended(results.take({ idle }))
        failures = 0
        if (!from || idle) await ports.pause(IDLE_MS)
      } catch (error) {
        failures += 1
        await ports.failed(error)
        await ports.pause(serverBackOff(failures))
      }
    }
  }

  /**
   * Repeats the record while the database is unreachable and the lease lasts: a letter that was sent and is not recorded
   * is sent again.
   */
  async function recordWithin({ letter, leaseUntil }: QueuedLetter, attempt: EndedAttempt) {
    for (let failures = 1; ; failures += 1) {
      try {
        return await recordAttempt(ports, letter, attempt)
      } catch (error) {
        if (signal.aborted || clock.now() >= leaseUntil) throw error
        await ports.failed(error)
        await ports.pause(Math.min(serverBackOff(failures), lease / LONGEST_PAUSES))
      }
    }
  }

  /** Returns true if the worker can continue at once: the mail server answered and the outbox works. */
  async function deliver(queuedLetter: QueuedLetter): Promise<boolean> {
    const { letter } = queuedLetter
    try {
      const attempt = await attemptLetter(ports, queuedLetter, signal)
      if (attempt.outcome === 'unreachable') {
        refusal = attempt.reply
        results.countError()
        await outbox.release([letter], refusal)
        await ports.ended(results.take({ unreachable: attempt.reply }))
        return false
      }
      refusal = null
      if (attempt.outcome === 'put-back') putBack.push(letter)
      else if (attempt.outcome === 'crowded') crowded.push(letter)
      else {
        // The outcome is stored before the worker begins its next letter, so a kill doubles at most one letter per worker.
        const outcome = await recordWithin(queuedLetter, attempt)
        results.count(outcome, letter.letter)
        if (outcome === 'deferred' || outcome === 'failed') results.countError()
        if (results.size() >= RESULT_EVERY) await ports.ended(results.take())
      }
      return true
    } catch (error) {
      await ports.failed(error)
      return false
    } finally {
      leave(queuedLetter)
    }
  }

  /** Pauses longer each time that the mail server accepts nothing. While every worker pauses, claimed letters are put back. */
  async function rest(times: number): Promise<void> {
    resting += 1
    if (resting === ports.workers) await emptyQueue().catch(ports.failed)
    await ports.pause(serverBackOff(times))
    resting -= 1
    state.changed()
  }

  async function work(): Promise<void> {
    for (let refusals = 0; ; ) {
      await state.until(() => signal.aborted || queue.length > 0)
      const queuedLetter = signal.aborted ? undefined : queue.shift()
      if (!queuedLetter) {
        if (signal.aborted) return
        continue
      }
      state.changed()
      refusals = (await deliver(queuedLetter)) ? 0 : refusals + 1
      if (refusals > 0) await rest(refusals)
    }
  }

  signal.addEventListener('abort', state.changed)
  try {
    await Promise.all([refill(), ...Array.from({ length: ports.workers }, work)])
    await emptyQueue().catch(ports.failed)
    if (results.size() > 0) await ports.ended(results.take()).catch(ports.failed)
  } finally {
    signal.removeEventListener('abort', state.changed)
  }
}
