import { describe, expect, it } from 'vitest'
import { all, dispatchFixture, nextTurn } from '../testing/dispatch-fixture.ts'
import { memoryPlaces } from '../testing/memory-places.ts'
import { dispatchLetters } from './dispatch-letters.ts'
import { domainLimit } from './domain-limit.ts'
import { rateWindow } from './rate-window.ts'

const windowOf = (most: number) =>
  rateWindow(most, { places: memoryPlaces(), clock: { now: () => 0 }, beginsWithin: 10_000 })

describe('the dispatcher of letters', () => {
  it('claims the next letters before its workers have sent the last ones', async () => {
    const queued: number[] = []
    const { ports, signal, claims, recorded, sum } = dispatchFixture(300, async () => 'sent')
    const claim: typeof ports.outbox.claim = (...asked) => {
      queued.push(claims.flat().length - recorded.length)
      return ports.outbox.claim(...asked)
    }
    await dispatchLetters({ ...ports, outbox: { ...ports.outbox, claim } }, signal)
    expect([...recorded].sort()).toEqual(all(300).sort())
    expect(sum('sent')).toBe(300)
    expect(queued.slice(1, claims.length).every((letters) => letters > ports.workers)).toBe(true)
  })

  it('puts all letters back when the mail server cannot be reached, and claims one again as a probe', async () => {
    let now = 0
    let attempts = 0
    const probed: number[] = []
    const { ports, signal, recorded, released, choices, results } = dispatchFixture(50, async () => {
      attempts += 1
      if (attempts <= 4) probed.push(now)
      await nextTurn()
      return attempts <= 3 ? 'unreachable' : 'sent'
    })
    const pause = async (milliseconds: number) => {
      now += milliseconds
      await nextTurn()
    }
    const ended: typeof ports.ended = async (result, held) => {
      results.push(result)
      if (result.idle === 'nothing-due') await ports.ended(result, held)
    }
    await dispatchLetters({ ...ports, pause, ended, clock: { now: () => now }, workers: 1 }, signal)
    expect([...recorded].sort()).toEqual(all(50).sort())
    expect(released[0]).toEqual({ ids: expect.objectContaining({ length: 50 }), reason: '554 not you' })
    expect(choices.slice(0, 4).map(({ limit }) => limit)).toEqual([96, 1, 1, 1])
    expect(results.filter(({ unreachable }) => unreachable !== null)).toHaveLength(3)
    // Half a second passes until the dispatcher sees that a probe is due.
    expect(probed).toEqual([0, 10_500, 30_500, 70_500])
  })

  it('reports a failing outbox, and sends the other letters after a pause', async () => {
    const { ports, signal, recorded, errors, pauses } = dispatchFixture(10, async () => 'sent')
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
    const { ports, signal, recorded, waiting, sum } = dispatchFixture(60, async (_, { stop }) => {
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
    const made = dispatchFixture(5, async () => 'sent')
    made.hold()
    const rate = windowOf(3)
    let released = 0
    const release: typeof made.ports.outbox.release = async (letters) => {
      released += letters.length
    }
    await dispatchLetters({ ...made.ports, rate, outbox: { ...made.ports.outbox, release } }, made.signal)
    expect([released, made.recorded.length]).toEqual([5, 0])
    expect(await rate.take(9)).toHaveLength(3)
  })

  it('does not report that nothing is due while letters are put back during a slow claim', async () => {
    const made = dispatchFixture(5, async () => 'sent')
    let isHeld = true
    const eligibility = async () => (isHeld ? ('held' as const) : ('due' as const))
    const claim: typeof made.ports.outbox.claim = async (...asked) => {
      const letters = await made.ports.outbox.claim(...asked)
      for (let turn = 0; turn < 20; turn += 1) await nextTurn()
      return letters
    }
    const pause = async () => {
      isHeld = false
      await nextTurn()
    }
    await dispatchLetters({ ...made.ports, pause, outbox: { ...made.ports.outbox, claim, eligibility } }, made.signal)
    expect([...made.recorded].sort()).toEqual(all(5).sort())
  })

  it('puts letters to a crowded domain behind the others for five seconds', async () => {
    const { ports, signal, recorded, released, waiting } = dispatchFixture(3, async () => 'sent')
    const domains = domainLimit(1, async () => undefined)
    await domains.enter('bob@traveler.example')
    const release: typeof ports.outbox.release = async (letters, reason, notBefore) => {
      await ports.outbox.release(letters, reason, notBefore)
      waiting.length = 0
    }
    await dispatchLetters({ ...ports, domains, outbox: { ...ports.outbox, release } }, signal)
    expect([recorded, released]).toEqual([[], [{ ids: all(3), reason: null, notBefore: 5000 }]])
  })

  it('claims letters to travelers only at sending hours, and names the letters that it still delivers', async () => {
    const sending: boolean[] = []
    const { ports, signal, choices } = dispatchFixture(200, async () => {
      await nextTurn()
      return 'sent'
    })
    const isSendingHour = () => {
      sending.push(sending.length !== 0)
      return sending.length !== 1
    }
    await dispatchLetters({ ...ports, isSendingHour }, signal)
    expect(choices.map(({ surveys }) => surveys)).toEqual(sending)
    expect(choices[0]?.sending).toEqual([])
    expect(choices[1]?.sending.length).toBeGreaterThan(ports.workers)
    expect(choices.at(-1)?.sending).toEqual([])
  })

  it('claims as many letters as the rate window has places, and says if it is full', async () => {
    const { ports, signal, choices, recorded, results, waiting } = dispatchFixture(5, async () => 'sent')
    const rate = windowOf(3)
    await dispatchLetters({ ...ports, rate }, signal)
    expect(choices.map(({ limit }) => limit)).toEqual([3])
    expect([recorded.length, waiting.length, results.at(-1)?.idle]).toEqual([3, 2, 'window-full'])
  })

  it('gives places in the rate window back that a claim did not need, or that a failed claim had', async () => {
    const { ports, signal, errors } = dispatchFixture(1, async () => 'sent')
    const rate = windowOf(9)
    let claims = 0
    const claim: typeof ports.outbox.claim = (...asked) => {
      claims += 1
      return claims === 1 ? Promise.reject(new Error('disk I/O error')) : ports.outbox.claim(...asked)
    }
    await dispatchLetters({ ...ports, rate, outbox: { ...ports.outbox, claim } }, signal)
    expect(errors.map(String)).toEqual(['Error: disk I/O error'])
    expect(await rate.take(99)).toHaveLength(8)
  })

  it('pauses longer after each failed claim, and begins again with a short pause after one that worked', async () => {
    const { ports, signal, pauses } = dispatchFixture(1, async () => 'sent')
    let claims = 0
    const claim: typeof ports.outbox.claim = (...asked) => {
      claims += 1
      return [1, 2, 4].includes(claims) ? Promise.reject(new Error('locked')) : ports.outbox.claim(...asked)
    }
    await dispatchLetters({ ...ports, outbox: { ...ports.outbox, claim } }, signal)
    expect(pauses.filter((milliseconds) => milliseconds >= 1000)).toEqual([1000, 2000, 1000])
  })

  it('claims nothing until the organization has an address', async () => {
    const { ports, signal, recorded, choices } = dispatchFixture(1, async () => 'sent')
    const claims: number[] = []
    const from = async () => {
      claims.push(choices.length)
      return claims.length > 2 ? ports.from() : null
    }
    await dispatchLetters({ ...ports, from }, signal)
    expect([claims.slice(0, 3), recorded]).toEqual([[0, 0, 0], ['0']])
  })

  it('counts a damaged letter as failed and reports it', async () => {
    const { ports, signal, sum } = dispatchFixture(0, async () => 'sent')
    const damaged: unknown[] = []
    const letter = { id: 'letter-1', part: 'data' } as const
    const claim: typeof ports.outbox.claim = async (_limit, _now, _until, claimChoices) => {
      claimChoices?.unreadable?.(letter)
      return []
    }
    const unreadable = (found: unknown) => damaged.push(found)
    await dispatchLetters({ ...ports, unreadable, outbox: { ...ports.outbox, claim } }, signal)
    expect([sum('failed'), damaged]).toEqual([1, [letter]])
  })

  it('reports its results every 24 letters', async () => {
    let begun = 0
    const { ports, signal, results } = dispatchFixture(50, async () => {
      begun += 1
      return begun > 40 ? 'deferred' : 'sent'
    })
    await dispatchLetters({ ...ports, workers: 1 }, signal)
    expect(results.map(({ sent, deferred }) => [sent, deferred])).toEqual([
      [24, 0],
      [16, 8],
      [0, 2],
    ])
  })
})
