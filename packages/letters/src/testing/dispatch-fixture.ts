import { keyring } from '@wayproof/kernel/secrets/keyring'
import type { DeliveryResult } from '../delivery/delivery-result.ts'
import type { DispatchPorts } from '../delivery/dispatch-letters.ts'
import type { ClaimChoices, ClaimedLetter, LetterEligibility } from '../outbox/outbox.ts'
import { letterRenderer } from '../rendering/render-letter.ts'
import type { SmtpResult } from '../smtp/transport.ts'
import { organisation, sampleLetters } from './sample-letters.ts'

const letter = sampleLetters('en')[0] as ClaimedLetter['letter']
const render = letterRenderer()
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** An outbox of `count` letters in memory, and a dispatcher that stops when it has nothing to do. */
export function dispatchFixture(
  count: number,
  send: (id: string, ports: { stop(): void }) => Promise<SmtpResult['outcome']>,
) {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  const waiting = Array.from({ length: count }, (_, n) => String(n))
  const recorded: string[] = []
  const released: { ids: readonly string[]; reason: string | null; notBefore?: number | undefined }[] = []
  const claims: string[][] = []
  const choices: (ClaimChoices & { readonly limit: number; readonly sending: readonly string[] })[] = []
  const results: DeliveryResult[] = []
  const errors: unknown[] = []
  const pauses: number[] = []
  let eligibility: LetterEligibility = 'due'
  const record = async ({ id }: { id: string }) => {
    recorded.push(id)
    return true
  }
  const claimed = (id: string): ClaimedLetter => ({ id, fence: 1, attempt: 1, to: `t${id}@traveler.example`, letter })
  const outbox: DispatchPorts['outbox'] = {
    post: async () => 0,
    claim: async (limit, _now, _leaseUntil, claimChoices) => {
      choices.push({ ...claimChoices, limit, sending: [...(claimChoices?.inFlight ?? [])] })
      const ids = waiting.splice(0, limit)
      if (ids.length > 0) claims.push(ids)
      return ids.map(claimed)
    },
    markSent: record,
    markWritten: record,
    markDeferred: record,
    markFailed: record,
    markSuppressed: record,
    release: async (letters, reason, notBefore) => {
      const ids = letters.map(({ id }) => id)
      released.push({ ids, reason, ...(notBefore !== undefined && { notBefore }) })
      waiting.unshift(...ids)
    },
    eligibility: async () => eligibility,
    counts: async () => ({ queued: 0, sent: 0, written: 0, failed: 0, suppressed: 0, bounced: 0, complained: 0 }),
  }
  const ports: DispatchPorts = {
    outbox,
    transport: {
      kind: 'smtp',
      place: 'mail.example:25',
      send: async ({ messageId }) => {
        const outcome = await send(/^<(\d+)@/.exec(messageId)?.[1] ?? '', { stop })
        return { outcome, reply: outcome === 'unreachable' ? '554 not you' : '250 ok' }
      },
      check: async () => null,
      close: async () => undefined,
    },
    clock: { now: () => 0 },
    keyring: keyring(Buffer.alloc(32, 7)),
    urls: { survey: 'https://s.example', reporting: 'https://r.example' },
    render,
    bounceAddress: null,
    firstWait: 10_000,
    workers: 2,
    from: async () => ({ organisation, sender: 'privacy@faraway.example' }),
    pause: (milliseconds) => {
      pauses.push(milliseconds)
      return nextTurn()
    },
    ended: async (result) => {
      results.push(result)
      if (result.idle) stop()
    },
    failed: async (error) => {
      errors.push(error)
    },
  }
  const sum = (outcome: 'sent' | 'failed' | 'deferred') => results.reduce((all, result) => all + result[outcome], 0)
  const hold = () => {
    eligibility = 'held'
  }
  return {
    ports,
    signal: stopping.signal,
    stop,
    waiting,
    recorded,
    released,
    claims,
    choices,
    results,
    errors,
    pauses,
    sum,
    hold,
  }
}

/** The IDs of the first `count` letters. */
export const all = (count: number) => Array.from({ length: count }, (_, n) => String(n))
