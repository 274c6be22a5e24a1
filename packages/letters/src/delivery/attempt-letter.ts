import type { Instant } from '@wayproof/kernel/clock'
import type { ClaimedLetter, Outbox } from '../outbox/outbox.ts'
import type { SmtpResult, Transport } from '../smtp/transport.ts'
import { type ComposePorts, composeLetter } from './compose-letter.ts'
import type { DomainLimit } from './domain-limit.ts'
import type { Place } from './rate-window.ts'

export interface AttemptPorts extends Omit<ComposePorts, keyof LetterSender> {
  readonly outbox: Pick<Outbox, 'eligibility'>
  readonly transport: Transport
  /** How many letters go to one recipient domain at once; absent, as many as there are workers. */
  readonly domains?: DomainLimit | undefined
  /** Milliseconds that a claim lasts; absent, a minute. */
  readonly lease?: number | undefined
}

export type LetterSender = Pick<ComposePorts, 'organisation' | 'sender' | 'logo'>

/** A claimed letter that waits for a worker. */
export interface QueuedLetter {
  readonly letter: ClaimedLetter
  readonly leaseUntil: Instant
  readonly from: LetterSender
  /** Its place in the rate window; absent, the rate is unlimited. */
  readonly place: Place | undefined
}

interface Attempt<Outcome> {
  readonly outcome: Outcome
  readonly reply: string
}

/** An outcome that the outbox records. */
export type EndedAttempt = Attempt<'sent' | 'written' | 'deferred' | 'failed' | 'suppressed'>

/** `put-back`: the letter has to wait, or the dispatcher stops. `crowded`: its domain accepts no more letters for now. */
type OpenAttempt = Attempt<'unreachable'> | Attempt<'put-back'> | Attempt<'crowded'>

export const LEASE_MS = 60_000
/** A letter not begun with this share of its lease left is put back, so that a slow server has time for each letter. */
const NEEDED = 5 / 6
/** Milliseconds after a claim in which its letters begin. */
export const beginsWithin = (lease = LEASE_MS): number => lease * (1 - NEEDED)
/** An attempt ends this share of the lease before its end, which leaves time to record it. */
const SPARE = 1 / 12
const PUT_BACK: OpenAttempt = { outcome: 'put-back', reply: '' }

/** Sends a letter to its mailbox, if it may still be sent once its domain has a place and its message is composed. */
export async function attemptLetter(
  ports: AttemptPorts,
  { letter, leaseUntil, from, place }: QueuedLetter,
  signal: AbortSignal,
): Promise<EndedAttempt | OpenAttempt> {
  const { outbox, clock, transport, lease = LEASE_MS } = ports
  const mustWait = () => signal.aborted || clock.now() > leaseUntil - lease * NEEDED
  if (mustWait()) return PUT_BACK
  const leaveDomain = await ports.domains?.enter(letter.to)
  if (leaveDomain === null) return { outcome: 'crowded', reply: '' }
  try {
    if (mustWait()) return PUT_BACK
    const message = await composeLetter({ ...ports, ...from }, letter)
    let eligibilityQuery = outbox.eligibility(letter.id, clock.now())
    const eligibility = await eligibilityQuery
    if (eligibility === 'held' || mustWait()) return PUT_BACK
    if (eligibility === 'suppressed') return { outcome: 'suppressed', reply: '' }
    place?.use()
    if ('outcome' in message) return message
    const mayGo = () => {
      eligibilityQuery = outbox.eligibility(letter.id, clock.now())
      return eligibilityQuery.then(
        (letterEligibility) => letterEligibility === 'due',
        () => false,
      )
    }
    const within = leaseUntil - lease * SPARE - clock.now()
    const { outcome, reply } = await transport.send(message, within, mayGo).catch(notSent)
    if (outcome !== 'withdrawn') return { outcome, reply }
    return (await eligibilityQuery) === 'suppressed' ? { outcome: 'suppressed', reply } : PUT_BACK
  } finally {
    leaveDomain?.()
  }
}

/** The transport itself failed, such as a folder on a full disk. */
const notSent = (error: unknown): SmtpResult => ({
  outcome: 'deferred',
  reply: `not sent: ${error instanceof Error ? error.name : 'unknown error'}`,
})
