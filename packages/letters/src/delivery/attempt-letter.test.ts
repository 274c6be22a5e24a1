import { keyring } from '@wayproof/kernel/secrets/keyring'
import { expect, test } from 'vitest'
import type { ClaimedLetter, LetterEligibility } from '../outbox/outbox.ts'
import { letterRenderer } from '../rendering/render-letter.ts'
import type { SmtpResult } from '../smtp/transport.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { type AttemptPorts, attemptLetter, LEASE_MS } from './attempt-letter.ts'
import { domainLimit } from './domain-limit.ts'

const [sample] = sampleLetters('en')
if (!sample) throw new Error('no sample letter')
const letter: ClaimedLetter = { id: 'letter-1', fence: 1, attempt: 1, to: 'ann@traveler.example', letter: sample }
const render = letterRenderer()

/** A letter claimed at 0 ms, and a mail server that asks again just before it takes the letter. */
function attemptFixture(answers: readonly LetterEligibility[] = ['due', 'due']) {
  const fixture = { now: 0, sent: 0, within: 0, asked: [] as LetterEligibility[] }
  const stopping = new AbortController()
  let isUsed = false
  const place = {
    use: () => {
      isUsed = true
    },
    giveBack: () => undefined,
  }
  const ports: AttemptPorts = {
    outbox: {
      eligibility: async () => {
        const answer = answers[fixture.asked.length] ?? 'due'
        fixture.asked.push(answer)
        return answer
      },
    },
    transport: {
      kind: 'smtp',
      place: 'mail.example:25',
      send: async (_, within, mayGo): Promise<SmtpResult> => {
        fixture.within = within ?? 0
        if (!(await mayGo?.())) return { outcome: 'withdrawn', reply: '' }
        fixture.sent += 1
        return { outcome: 'sent', reply: '250 ok' }
      },
      check: async () => null,
      close: async () => undefined,
    },
    clock: { now: () => fixture.now },
    keyring: keyring(Buffer.alloc(32, 7)),
    urls: { survey: 'https://s.example', reporting: 'https://r.example' },
    render,
    bounceAddress: null,
  }
  const from = { organisation, sender: 'privacy@faraway.example' }
  const attempt = (more: Partial<AttemptPorts> = {}, to = letter.to) => {
    const queued = { letter: { ...letter, to }, leaseUntil: LEASE_MS, from, place }
    return attemptLetter({ ...ports, ...more }, queued, stopping.signal)
  }
  const isPlaceUsed = () => isUsed
  return { fixture, ports, attempt, isPlaceUsed, stop: () => stopping.abort() }
}

const putBack = { outcome: 'put-back', reply: '' }

test('a letter that is due goes to its mailbox and uses its place in the rate window', async () => {
  const { fixture, attempt, isPlaceUsed } = attemptFixture()
  expect(await attempt()).toEqual({ outcome: 'sent', reply: '250 ok' })
  expect([fixture.sent, isPlaceUsed()]).toEqual([1, true])
})

test('a letter is put back once the dispatcher has to stop', async () => {
  const { fixture, attempt, stop, isPlaceUsed } = attemptFixture()
  stop()
  expect(await attempt()).toEqual(putBack)
  expect([fixture.sent, isPlaceUsed()]).toEqual([0, false])
})

test('a letter that is put back does not wait for a place of its domain', async () => {
  const { attempt, stop } = attemptFixture()
  const domains = domainLimit(1, async () => undefined)
  await domains.enter('bob@traveler.example')
  stop()
  expect(await attempt({ domains })).toEqual(putBack)
})

test('a letter is begun with five sixths of its lease left, and put back with less', async () => {
  const { fixture, attempt } = attemptFixture()
  fixture.now = 10_001
  expect(await attempt()).toEqual(putBack)
  expect(fixture.sent).toBe(0)
  fixture.now = 10_000
  expect(await attempt()).toMatchObject({ outcome: 'sent' })
})

test('the mail server has until a twelfth before the end of the lease', async () => {
  const { fixture, attempt } = attemptFixture()
  fixture.now = 4000
  await attempt()
  expect(fixture.within).toBe(51_000)
})

test('a letter that became late while it was composed is put back', async () => {
  const { fixture, attempt } = attemptFixture()
  const slow: AttemptPorts['render'] = (...of) => {
    fixture.now = 20_000
    return render(...of)
  }
  expect(await attempt({ render: slow })).toEqual(putBack)
  expect(fixture.sent).toBe(0)
})

test('a letter of a paused wave is put back and keeps its place for another', async () => {
  const { fixture, attempt, isPlaceUsed } = attemptFixture(['held'])
  expect(await attempt()).toEqual(putBack)
  expect([fixture.sent, isPlaceUsed()]).toEqual([0, false])
})

test('a letter whose recipient was suppressed since the claim is not sent', async () => {
  const { fixture, attempt } = attemptFixture(['suppressed'])
  expect(await attempt()).toEqual({ outcome: 'suppressed', reply: '' })
  expect(fixture.sent).toBe(0)
})

test('a recipient who is suppressed while the mail server is asked gets nothing, and a wave paused then neither', async () => {
  const suppressed = attemptFixture(['due', 'suppressed'])
  expect(await suppressed.attempt()).toEqual({ outcome: 'suppressed', reply: '' })
  const paused = attemptFixture(['due', 'held'])
  expect(await paused.attempt()).toEqual(putBack)
  expect([suppressed.fixture.sent, paused.fixture.sent]).toEqual([0, 0])
})

test('an outbox that fails just before the letter would go stops it', async () => {
  const { fixture, ports, attempt } = attemptFixture()
  let asked = 0
  const eligibility = async () => {
    asked += 1
    if (asked === 2) throw new Error('disk I/O error')
    return ports.outbox.eligibility('letter-1', 0)
  }
  await expect(attempt({ outbox: { eligibility } })).rejects.toThrow('disk I/O error')
  expect(fixture.sent).toBe(0)
})

test('a transport that fails defers the letter, and its reply names the error without its text', async () => {
  const { ports, attempt } = attemptFixture()
  const send = () => Promise.reject(new RangeError('a secret'))
  const reply = 'not sent: RangeError'
  expect(await attempt({ transport: { ...ports.transport, send } })).toEqual({ outcome: 'deferred', reply })
})

test('a letter that cannot be composed ends without the mail server and counts as begun', async () => {
  const { fixture, attempt, isPlaceUsed } = attemptFixture()
  expect(await attempt({}, 'nobody')).toMatchObject({ outcome: 'failed' })
  expect([fixture.sent, isPlaceUsed()]).toEqual([0, true])
})

test('a letter to a domain that takes no more waits for its turn, and each letter leaves its domain', async () => {
  const { fixture, attempt } = attemptFixture()
  const domains = domainLimit(1, async () => undefined)
  const leave = await domains.enter('bob@traveler.example')
  expect(await attempt({ domains })).toEqual({ outcome: 'crowded', reply: '' })
  expect(fixture.asked).toEqual([])
  leave?.()
  expect(await attempt({ domains })).toMatchObject({ outcome: 'sent' })
  expect(await domains.enter('bob@traveler.example')).not.toBeNull()
})
