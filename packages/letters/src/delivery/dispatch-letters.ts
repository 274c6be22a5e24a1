import { blamed } from '@wayproof/journal/outbox/refusal-cause'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { ClaimedLetter, Outbox, UnreadableLetter } from '../outbox/outbox.ts'
import { readRefusal } from '../refusals/read-refusal.ts'
import {
  type AttemptPorts,
  attemptLetter,
  type EndedAttempt,
  LEASE_MS,
  type LetterSender,
  type QueuedLetter,
} from './attempt-letter.ts'
import { outboxBackOff } from './back-off.ts'
import { deliveryHolds, type HoldReport } from './delivery-holds.ts'
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
  /** Receives the results of every few letters, and what is held. */
  readonly ended: (result: DeliveryResult, held: HoldReport) => Promise<void>
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
  const waiting: { readonly letter: ClaimedLetter; readonly until: Instant; readonly reply: string | null }[] = []
  const inFlight = new Set<Id>()
  const results = resultCounter()
  const state = condition()
  const holds = deliveryHolds()
  let refusal: string | null = null
  const report = (ending?: Parameters<typeof results.take>[0]) => ports.ended(results.take(ending), holds.shown())

  const leave = ({ letter, place }: QueuedLetter) => {
    place?.giveBack()
    inFlight.delete(letter.id)
  }

  async function release(): Promise<void> {
    const untried = putBack.splice(0)
    if (untried.length > 0) await outbox.release(untried, refusal)
    const byWait = Map.groupBy(waiting.splice(0), ({ until, reply }) => JSON.stringify([until, reply]))
    for (const group of byWait.values()) {
      const [{ until, reply } = { until: 0, reply: null }] = group
      await outbox.release(
        group.map(({ letter }) => letter),
        reply,
        until,
      )
    }
  }

  async function emptyQueue(): Promise<void> {
    for (const queuedLetter of queue.splice(0)) {
      leave(queuedLetter)
      putBack.push(queuedLetter.letter)
    }
    state.changed()
    await release()
  }

  /** Returns the reason why nothing was claimed; null if letters were. */
  async function claim(from: LetterSender): Promise<DeliveryResult['idle']> {
    const now = clock.now()
    const most = holds.claimable(now, CLAIM_SIZE)
    if (most === 0) return 'held'
    const leaseUntil = now + lease
    const places = await ports.rate?.take(most)
    if (places?.length === 0) return 'window-full'
    const unreadable = (letter: UnreadableLetter) => {
      results.count('failed', null)
      ports.unreadable?.(letter)
    }
    try {
      const choices = { surveys: ports.isSendingHour?.(now) ?? true, unreadable, inFlight }
      const letters = await outbox.claim(places?.length ?? most, now, leaseUntil, choices)
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
      await state.until(() => signal.aborted || queue.length <= LOW)
      if (signal.aborted) return
      try {
        await release()
        const from = await ports.from()
        const idle = from && (await claim(from))
        // Letters that were put back while the outbox was asked are due again.
        if (idle && inFlight.size === 0 && putBack.length === 0) await report({ idle })
        failures = 0
        if (!from || idle) await ports.pause(IDLE_MS)
      } catch (error) {
        failures += 1
        await ports.failed(error)
        await ports.pause(outboxBackOff(failures))
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
        await ports.pause(Math.min(outboxBackOff(failures), lease / LONGEST_PAUSES))
      }
    }
  }

  /** Returns false if the outbox failed. */
  async function deliver(queuedLetter: QueuedLetter): Promise<boolean> {
    const { letter } = queuedLetter
    try {
      const hold = isTest(letter) ? null : holds.waitFor(letter, clock.now())
      if (hold !== null) waiting.push({ letter, until: hold.until, reply: hold.reply })
      else await handle(queuedLetter, await attemptLetter(ports, queuedLetter, signal))
      return true
    } catch (error) {
      await ports.failed(error)
      return false
    } finally {
      leave(queuedLetter)
    }
  }

  async function handle(queuedLetter: QueuedLetter, attempt: Awaited<ReturnType<typeof attemptLetter>>): Promise<void> {
    const { letter } = queuedLetter
    if (attempt.outcome === 'put-back') return void putBack.push(letter)
    if (attempt.outcome === 'crowded')
      return void waiting.push({ letter, until: clock.now() + CROWDED_MS, reply: null })
    if (attempt.outcome === 'unreachable') {
      const until = holds.unreachable(letter, attempt.reply, clock.now())
      if (until !== null) return void waiting.push({ letter, until, reply: attempt.reply })
      putBack.push(letter)
      return holdAll(attempt.reply, { unreachable: attempt.reply })
    }
    if (attempt.outcome === 'deferred' && isTest(letter) && attempt.reply.startsWith('5'))
      return record(queuedLetter, { ...attempt, outcome: 'failed' })
    const until = blamesOthers(letter, attempt) ? holds.refused(letter, attempt.reply, clock.now()) : null
    if (until !== null) {
      waiting.push({ letter, until, reply: attempt.reply })
      if (holds.isShown(letter) && holds.areAllHeld()) await holdAll(attempt.reply, { refused: attempt.reply })
      return
    }
    if (attempt.outcome === 'sent' || attempt.outcome === 'written') {
      holds.accepted(letter)
      refusal = null
    }
    await record(queuedLetter, attempt)
  }

  /** Stores the outcome before the worker begins its next letter, so a kill doubles at most one letter per worker. */
  async function record(queuedLetter: QueuedLetter, attempt: EndedAttempt): Promise<void> {
    results.count(await recordWithin(queuedLetter, attempt), queuedLetter.letter.letter)
    if (results.size() >= RESULT_EVERY) await report()
  }

  /** Puts the claimed letters back, with the reply because of which they wait. */
  async function holdAll(reply: string, ending: Parameters<typeof results.take>[0]): Promise<void> {
    refusal = reply
    await emptyQueue()
    await report(ending)
  }

  async function work(): Promise<void> {
    for (let failures = 0; ; ) {
      await state.until(() => signal.aborted || queue.length > 0)
      const queuedLetter = signal.aborted ? undefined : queue.shift()
      if (!queuedLetter) {
        if (signal.aborted) return
        continue
      }
      state.changed()
      failures = (await deliver(queuedLetter)) ? 0 : failures + 1
      if (failures > 0) await ports.pause(outboxBackOff(failures))
    }
  }

  signal.addEventListener('abort', state.changed)
  try {
    await Promise.all([refill(), ...Array.from({ length: ports.workers }, work)])
    await emptyQueue().catch(ports.failed)
    if (results.size() > 0) await report().catch(ports.failed)
  } finally {
    signal.removeEventListener('abort', state.changed)
  }
}

/**
 * Returns true if an attempt failed because of us as the sender, or of a server that is away. The first temporary refusal
 * of a letter proves nothing: a server that greylists refuses every letter once.
 */
function blamesOthers({ attempt: times }: ClaimedLetter, { outcome, reply }: EndedAttempt): boolean {
  if (outcome !== 'deferred') return false
  const cause = readRefusal(reply)?.cause
  const isTemporary = reply.startsWith('4')
  if (isTemporary && cause === 'unclear') return times > 1
  if (cause === undefined || blamed(cause) === 'address') return false
  return times > 1 || !isTemporary
}

/** A test letter goes in any case, and one that the server refuses has done its work: it does not wait for a repair. */
const isTest = ({ letter }: ClaimedLetter): boolean => letter.kind === 'mail-server-test'

/** Lets one task of this process wait for a change by another. */
interface Condition {
  /** Wakes all waiting tasks to check again. */
  changed(): void
  until(holds: () => boolean): Promise<void>
}

function condition(): Condition {
  let next = Promise.withResolvers<void>()
  return {
    changed() {
      next.resolve()
      next = Promise.withResolvers()
    },
    async until(holds) {
      while (!holds()) await next.promise
    },
  }
}
