import { LOCALES } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { describe, expect, it } from 'vitest'
import { type ComposePorts, composeAhead } from './compose-ahead.ts'
import type { ComposedMessage } from './compose-message.ts'
import type { DkimSigner } from './dkim/dkim-signer.ts'
import type { ClaimedLetter } from './outbox.ts'
import { letterRenderer } from './render-letter.ts'
import { organisation, sampleLetters } from './testing/sample-letters.ts'

const AT = Date.parse('2026-01-15T01:00:00Z')
const [letter] = sampleLetters('en')
if (!letter) throw new Error('no sample letter')

const claim = (count: number, to = (n: number) => `t${n}@traveler.example`): ClaimedLetter[] =>
  Array.from({ length: count }, (_, n) => ({ id: `letter-${n}`, fence: 1, attempt: 1, to: to(n), letter }))

const ports = (sign?: DkimSigner['sign'], together = 8): ComposePorts => ({
  clock: { now: () => AT },
  keyring: keyring(new Uint8Array(32).fill(7)),
  render: letterRenderer(),
  organisation,
  urls: { survey: 'https://survey.faraway.example', reporting: 'https://privacy.faraway.example' },
  sender: 'privacy@faraway.example',
  bounceAddress: null,
  signer: sign && { together, sign },
})

/** Marks what it signs, and keeps how many it was given at a time. */
function marker(): { sign: DkimSigner['sign']; rounds: number[] } {
  const rounds: number[] = []
  const sign: DkimSigner['sign'] = (messages) => {
    rounds.push(messages.length)
    return messages.map((message) => ({ ...message, head: `Signed: yes\r\n${message.head}` }))
  }
  return { sign, rounds }
}

/** Asks for each letter in its turn, as a worker of a lane does. */
async function takeAll(made: ComposePorts, letters: readonly ClaimedLetter[]) {
  const waiting = [...letters]
  const composed = composeAhead(made, waiting)
  const taken: Awaited<ReturnType<typeof composed>>[] = []
  for (let next = waiting.shift(); next; next = waiting.shift()) taken.push(await composed(next))
  return taken
}

const signed = { head: expect.stringMatching(/^Signed: yes\r\nTo: /) }

describe('letters that are composed ahead', () => {
  it('are signed eight at a time, and each is its own', async () => {
    const { sign, rounds } = marker()
    const taken = await takeAll(ports(sign), claim(20))
    expect(rounds).toEqual([8, 8, 4])
    expect(taken).toMatchObject(
      claim(20).map(({ id, to }) => ({ ...signed, to, messageId: `<${id}@faraway.example>` })),
    )
  })

  it('are not composed ahead where nothing is signed, or nothing together', async () => {
    const { sign, rounds } = marker()
    await takeAll(ports(sign, 1), claim(3))
    expect(rounds).toEqual([1, 1, 1])
    let rendered = 0
    const unsigned = ports()
    const render: ComposePorts['render'] = (...asked) => {
      rendered += 1
      return unsigned.render(...asked)
    }
    const [first, ...waiting] = claim(8)
    if (first) expect(await composeAhead({ ...unsigned, render }, waiting)(first)).toHaveProperty('body')
    expect(rendered).toBe(1)
  })

  it('are each named by its own id, and in its own language', async () => {
    const letters = LOCALES.flatMap((locale) => sampleLetters(locale).slice(0, 1)).map(
      (each, n): ClaimedLetter => ({ ...claim(3)[n], letter: each }) as ClaimedLetter,
    )
    const made = { ...ports(), bounceAddress: 'bounces@mail.faraway.example' }
    for (const [n, message] of (await takeAll(made, letters)).entries()) {
      const head = 'head' in message ? message.head : ''
      expect(head).toContain(`Message-ID: <letter-${n}@faraway.example>`)
      expect(head).toContain(`Content-Language: ${letters[n]?.letter.locale}`)
    }
  })

  it('are composed once each, also where a later one is asked for first', async () => {
    const { sign, rounds } = marker()
    const waiting = claim(16)
    const composed = composeAhead(ports(sign), waiting)
    const order = [0, 12, 1, 9, 8, 2, 15, 3, 4, 5, 6, 7, 10, 11, 13, 14]
    for (const n of order) {
      const [next] = waiting.splice(
        waiting.findIndex(({ id }) => id === `letter-${n}`),
        1,
      )
      if (next) expect(await composed(next)).toMatchObject({ ...signed, to: next.to })
    }
    expect(rounds.reduce((sum, count) => sum + count, 0)).toBe(16)
  })

  it('are composed once each, in whichever order several workers ask for them', async () => {
    const { sign, rounds } = marker()
    const waiting = claim(24)
    const composed = composeAhead(ports(sign), waiting)
    const work = async () => {
      const mine: string[] = []
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const message = (await composed(next)) as ComposedMessage
        expect(message).toMatchObject({ ...signed, to: next.to })
        mine.push(message.to)
      }
      return mine
    }
    const all = (await Promise.all([work(), work(), work()])).flat()
    expect(new Set(all).size).toBe(24)
    expect(rounds.reduce((sum, count) => sum + count, 0)).toBe(24)
  })

  it('hold up no other: one that cannot be composed is put off, and one without a mailbox ends', async () => {
    const { sign, rounds } = marker()
    const made = ports(sign)
    let rendered = 0
    const render: ComposePorts['render'] = (...asked) => {
      rendered += 1
      return rendered === 3 ? Promise.reject(new RangeError('a secret')) : made.render(...asked)
    }
    const taken = await takeAll(
      { ...made, render },
      claim(9, (n) => (n === 5 ? 'nobody' : `t${n}@traveler.example`)),
    )
    expect(taken[2]).toEqual({ outcome: 'deferred', reply: 'not composed: RangeError' })
    expect(taken[5]).toEqual({ outcome: 'failed', reply: 'not a deliverable address' })
    expect(taken.filter((one) => 'body' in one)).toMatchObject(new Array(7).fill(signed))
    expect(rounds).toEqual([6, 1])
  })

  it('never go unsigned: all are put off where the signer throws or leaves one out', async () => {
    const putOff = { outcome: 'deferred', reply: expect.stringMatching(/^not composed/) }
    const throws: DkimSigner['sign'] = () => {
      throw new Error('no key')
    }
    expect(await takeAll(ports(throws), claim(9))).toEqual(new Array(9).fill(putOff))
    const leavesOut: DkimSigner['sign'] = (messages) => marker().sign(messages.slice(1))
    const [first, ...others] = await takeAll(ports(leavesOut), claim(8))
    expect(first).toEqual(putOff)
    expect(others).toMatchObject(
      claim(8)
        .slice(1)
        .map(({ to }) => ({ ...signed, to })),
    )
  })

  it('may be left where they are: nothing is thrown for those that nobody asks for', async () => {
    const thrown: unknown[] = []
    const hear = (error: unknown) => thrown.push(error)
    process.on('unhandledRejection', hear)
    const waiting = claim(8)
    const composed = composeAhead(
      ports(() => {
        throw new Error('no key')
      }),
      waiting,
    )
    const [first] = waiting.splice(0, 1)
    if (first) await composed(first)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', hear)
    expect(thrown).toEqual([])
  })
})
