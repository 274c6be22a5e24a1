import type { Id, Instant } from '@wayproof/kernel'
import type { ClaimedLetter, Outbox, UnreadableLetter } from '../outbox/outbox.ts'
import type { SmtpResult, Transport } from '../smtp/transport.ts'
import { backOff } from './back-off.ts'
import { type ComposePorts, composeLetter } from './compose-letter.ts'
import type { DomainLimit } from './domain-limit.ts'
import type { Places, RateWindow } from './rate-window.ts'

export interface DeliveryPorts extends ComposePorts {
  readonly outbox: Outbox
  readonly transport: Transport
  /** Letters in flight at once: the most that a kill can double. */
  readonly concurrency: number
  /** How many letters go to one recipient domain at once; absent, as many as there are. */
  readonly domains?: DomainLimit | undefined
  /** Letters that this process has claimed and not yet let go, for all its lanes to know; absent, nobody else claims. */
  readonly inHands?: Set<Id> | undefined
  /** How many letters are begun in a minute; absent, as many as there are. */
  readonly rate?: RateWindow | undefined
  /** Whether travelers may be written to at this hour; absent, they may at any. */
  readonly isSendingHour?: ((at: Instant) => boolean) | undefined
  /** Told of each letter that is damaged where it is stored. */
  readonly unreadable?: ((letter: UnreadableLetter) => void) | undefined
  /** Milliseconds until a deferred letter is tried a second time; the later waits grow from it. */
  readonly firstWait: number
  /** Milliseconds that a claimed letter is kept for whoever claimed it; absent, a minute. */
  readonly lease?: number | undefined
  /** Once aborted, letters not begun are put back. */
  readonly signal?: AbortSignal
}

interface LetterOutcomes {
  readonly sent: number
  /** Into a folder, so sent to nobody. */
  readonly written: number
  readonly deferred: number
  readonly failed: number
  readonly suppressed: number
}

export interface DeliveryReport extends LetterOutcomes {
  /** The reminders of surveys among these: no log counts them, since each went to somebody who had not answered. */
  readonly reminders: LetterOutcomes
  /** Attempts without a success since the last letter that was sent or written, or since the begin. */
  readonly errorsInARow: number
  /** What the server said when it took no letter at all; the rest of the batch was put back untried. */
  readonly unreachable: string | null
  /** Nothing was looked for: the rate window had no place. */
  readonly windowFull: boolean
}

export const LEASE_MS = 60_000
/** A letter not begun with this share of its lease left is put back, so that a slow server has time for each. */
const NEEDED = 5 / 6
/** An attempt ends this share of its lease before it, and is marked meanwhile: nobody else may have the letter by then. */
const SPARE = 1 / 12

/** Others go first for this long where a domain takes no more letters. */
const CROWDED_MS = 5000

/** Claims up to `limit` letters and sends each to its one mailbox. If this process dies, another may claim after the lease. */
export async function deliverLetters(
  ports: DeliveryPorts,
  { limit }: { readonly limit: number },
): Promise<DeliveryReport> {
  const places = ports.rate?.reserve(limit)
  try {
    return await deliverSome(ports, places?.left ?? limit, places)
  } finally {
    places?.keep(0)
  }
}

async function deliverSome(ports: DeliveryPorts, limit: number, places: Places | undefined): Promise<DeliveryReport> {
  const { outbox, clock } = ports
  const begun = clock.now()
  const counted = { sent: 0, written: 0, deferred: 0, failed: 0, suppressed: 0 }
  const reminders = { ...counted }
  const surveys = ports.isSendingHour?.(begun) ?? true
  const lease = ports.lease ?? LEASE_MS
  const leaseUntil = begun + lease
  const unreadable = (letter: UnreadableLetter) => {
    counted.failed += 1
    ports.unreadable?.(letter)
  }
  const { inHands = new Set<Id>() } = ports
  const claimed = limit > 0 ? await outbox.claim(limit, begun, leaseUntil, { surveys, unreadable, inHands }) : []
  places?.keep(claimed.length)
  for (const { id } of claimed) inHands.add(id)
  const waiting = [...claimed]
  const untried: ClaimedLetter[] = []
  const crowded: ClaimedLetter[] = []
  let unreachable: string | null = null
  let errorsInARow = 0

  const stopped = () => unreachable !== null || ports.signal?.aborted || clock.now() > leaseUntil - lease * NEEDED

  async function tried(letter: ClaimedLetter): Promise<Tried> {
    const leave = stopped() ? undefined : await ports.domains?.enter(letter.to)
    if (leave === null) return { outcome: 'crowded', reply: '' }
    try {
      if (stopped()) return PUT_BACK
      const message = await composeLetter(ports, letter)
      // Asked with the place and the message in hand, for which it may have waited.
      let asked = outbox.standing(letter.id, clock.now())
      const standing = await asked
      if (standing === 'held' || stopped()) return PUT_BACK
      if (standing === 'suppressed') return { outcome: standing, reply: '' }
      places?.use()
      if ('outcome' in message) return message
      const mayGo = () => {
        asked = outbox.standing(letter.id, clock.now())
        return asked.then(
          (again) => again === 'due',
          () => false,
        )
      }
      const within = leaseUntil - lease * SPARE - clock.now()
      const { outcome, reply } = await ports.transport.send(message, within, mayGo).catch(notSent)
      if (outcome !== 'withdrawn') return { outcome, reply }
      return (await asked) === 'suppressed' ? { outcome: 'suppressed', reply } : PUT_BACK
    } finally {
      leave?.()
    }
  }

  async function work(): Promise<void> {
    let marking: Promise<void> | undefined
    for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
      // The mark of the letter before must be kept before this one is begun, which is asked about at the last moment.
      await marking
      marking = undefined
      const result = await tried(letter)
      if (result.outcome === 'put-back') {
        untried.push(letter)
        continue
      }
      if (result.outcome === 'crowded') {
        crowded.push(letter)
        continue
      }
      if (result.outcome === 'sent' || result.outcome === 'written') errorsInARow = 0
      else if (result.outcome !== 'suppressed') errorsInARow += 1
      if (result.outcome === 'unreachable') {
        unreachable = result.reply
        untried.push(letter)
        continue
      }
      marking = mark(ports, letter, result).then((outcome) => {
        counted[outcome] += 1
        if (isReminder(letter)) reminders[outcome] += 1
      })
    }
    await marking
  }
  const workers = Array.from({ length: Math.max(1, ports.concurrency) }, work)
  try {
    await Promise.all(workers)
    if (untried.length > 0) await outbox.release(untried, unreachable)
    if (crowded.length > 0) await outbox.release(crowded, null, clock.now() + CROWDED_MS)
  } finally {
    // Where one failed, the others may still be sending.
    await Promise.allSettled(workers)
    for (const { id } of claimed) inHands.delete(id)
  }
  return { ...counted, reminders, errorsInARow, unreachable, windowFull: limit === 0 }
}

const isReminder = ({ letter: { kind } }: ClaimedLetter): boolean =>
  kind === 'survey-reminder' || kind === 'survey-last-reminder'

/** A message that could not even be handed over, such as to a folder of a full disk. */
const notSent = (error: unknown): SmtpResult => ({
  outcome: 'deferred',
  reply: `not sent: ${error instanceof Error ? error.name : 'unknown error'}`,
})

/** `put-back`: it is to wait, or nothing is begun any more. `crowded`: its domain takes no more letters for now. */
interface Tried {
  readonly outcome: Exclude<SmtpResult['outcome'], 'withdrawn'> | 'suppressed' | 'put-back' | 'crowded'
  readonly reply: string
}
const PUT_BACK: Tried = { outcome: 'put-back', reply: '' }

async function mark(
  { outbox, clock, firstWait }: DeliveryPorts,
  letter: ClaimedLetter,
  { outcome, reply }: Tried,
): Promise<keyof LetterOutcomes> {
  const now = clock.now()
  if (outcome === 'suppressed') await outbox.markSuppressed(letter, now)
  if (outcome === 'sent') await outbox.markSent(letter, reply, now)
  if (outcome === 'written') await outbox.markWritten(letter, reply, now)
  if (outcome === 'failed') await outbox.markFailed(letter, reply, now)
  if (outcome === 'suppressed' || outcome === 'sent' || outcome === 'written' || outcome === 'failed') return outcome
  const wait = backOff(letter.attempt, firstWait)
  if (wait === null) await outbox.markFailed(letter, reply, now)
  else await outbox.markDeferred(letter, reply, now, now + wait)
  return wait === null ? 'failed' : 'deferred'
}
