import { keyring } from '@wayproof/kernel/keyring'
import { describe, expect, it } from 'vitest'
import type { ClaimedLetter, LetterEligibility } from '../outbox/outbox.ts'
import { letterRenderer } from '../rendering/render-letter.ts'
import type { SmtpResult } from '../smtp/transport.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import type { DeliveryResult } from './delivery-result.ts'
import { type DispatchPorts, dispatchLetters } from './dispatch-letters.ts'
import { rateWindow } from './rate-window.ts'

const letter = sampleLetters('en')[0] as ClaimedLetter['letter']
const render = letterRenderer()
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** An outbox of `count` letters in memory, and a dispatcher that stops when it has nothing to do. */
function world(count: number, send: (id: string, ports: { stop(): void }) => Promise<SmtpResult['outcome']>) {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  const waiting = Array.from({ length: count }, (_, n) => String(n))
  const recorded: string[] = []
  const released: { ids: readonly string[]; reason: string | null }[] = []
  const claims: string[][] = []
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
    claim: async (limit) => {
      const ids = waiting.splice(0, limit)
      if (ids.length > 0) claims.push(ids)
      return ids.map(claimed)
    },
    markSent: record,
    markWritten: record,
    markDeferred: record,
    markFailed: record,
    markSuppressed: record,
    release: async (letters, reason) => {
      const ids = letters.map(({ id }) => id)
      released.push({ ids, reason })
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
    results,
    errors,
    pauses,
    sum,
    hold,
  }
}

const all = (count: number) => Array.from({ length: count }, (_, n) => String(n))

describe('the dispatcher of letters', () => {
  it('claims the next letters before its workers have sent the last ones', async () => {
    const queued: number[] = []
    const { ports, signal, claims, recorded, sum } = world(300, async () => 'sent')
    const claim: typeof ports.outbox.claim = (...asked) => {
      queued.push(claims.flat().length - recorded.length)
      return ports.outbox.claim(...asked)
    }
    await dispatchLetters({ ...ports, outbox: { ...ports.outbox, claim } }, signal)
    expect([...recorded].sort()).toEqual(all(300).sort())
    expect(sum('sent')).toBe(300)
    expect(queued.slice(1, claims.length).every((letters) => letters > 0)).toBe(true)
  })

  it('lets a worker pause when the mail server refuses its connection, while the other goes on', async () => {
    let connections = 0
    const { ports, signal, recorded, released, pauses, results } = world(200, async () => {
      connections += 1
      const isRefused = connections === 3
      await nextTurn()
      return isRefused ? 'unreachable' : 'sent'
    })
    await dispatchLetters(ports, signal)
    expect([...recorded].sort()).toEqual(all(200).sort())
    expect(released).toEqual([{ ids: [expect.any(String)], reason: '554 not you' }])
    expect(pauses.filter((milliseconds) => milliseconds === 1000)).toHaveLength(1)
    expect(results.filter(({ unreachable }) => unreachable !== null)).toHaveLength(1)
  })

  it('puts all letters back while every worker pauses, with the reply, and pauses longer each time', async () => {
    let refusals = 0
    const { ports, signal, recorded, released, pauses, waiting } = world(50, async (_, { stop }) => {
      refusals += 1
      if (refusals === 6) stop()
      return 'unreachable'
    })
    await dispatchLetters(ports, signal)
    expect(recorded).toEqual([])
    expect([...waiting].sort()).toEqual(all(50).sort())
    expect(new Set(released.map(({ reason }) => reason))).toEqual(new Set(['554 not you']))
    expect(pauses.filter((milliseconds) => milliseconds > 500).slice(0, 4)).toEqual([1000, 1000, 2000, 2000])
  })

  it('reports a failing outbox, and sends the other letters after a pause', async () => {
    const { ports, signal, recorded, errors, pauses } = world(10, async () => 'sent')
    let asked = 0
    const eligibility = async () => {
      asked += 1
      if (asked === 1) throw new Error('disk I/O error')
      return 'due' as const
    }
    await dispatchLetters({ ...ports, outbox: { ...ports.outbox, eligibility } }, signal)
    expect(errors.map(String)).toEqual(['Error: disk I/O error'])
    expect(recorded).toHaveLength(9)
    expect(pauses).toContain(1000)
  })

  it('finishes the letters being sent when it has to stop, and puts the others back', async () => {
    let begun = 0
    const { ports, signal, recorded, waiting, sum } = world(60, async (_, { stop }) => {
      begun += 1
      if (begun === 10) stop()
      await nextTurn()
      return 'sent'
    })
    await dispatchLetters(ports, signal)
    expect(recorded).toHaveLength(begun)
    expect(sum('sent')).toBe(begun)
    expect([...recorded, ...waiting].sort()).toEqual(all(60).sort())
  })

  it('puts letters of a paused wave back and gives their places in the rate window back', async () => {
    const made = world(5, async () => 'sent')
    made.hold()
    const rate = rateWindow(3, () => new Promise(() => undefined))
    let released = 0
    const release: typeof made.ports.outbox.release = async (letters) => {
      released += letters.length
    }
    await dispatchLetters({ ...made.ports, rate, outbox: { ...made.ports.outbox, release } }, made.signal)
    expect([released, made.recorded.length]).toEqual([5, 0])
    expect(rate.take(9)).toHaveLength(3)
  })
})
