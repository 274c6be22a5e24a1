import { engines, openBeside } from '@wayproof/database/testing/engines'
import { systemIds } from '@wayproof/kernel/system'
import { describe, expect, test } from 'vitest'
import { rateWindow } from '../delivery/rate-window.ts'
import { letterRateStore } from './letter-rate-store.ts'

const MOST = 7
const MINUTE_MS = 60_000
const BEGINS_WITHIN_MS = 10_000
const START = Date.UTC(2026, 0, 5, 2)

describe.each(engines)('the rate window of letters on $engine', ({ open }) => {
  async function schedulers() {
    const time = { now: START }
    const database = await open()
    const windowOver = (opened: typeof database) =>
      rateWindow(MOST, {
        places: letterRateStore(opened, { ids: systemIds }),
        clock: { now: () => time.now },
        beginsWithin: BEGINS_WITHIN_MS,
      })
    return { time, database, windows: [windowOver(database), windowOver(openBeside(database))] as const }
  }

  test('has as many places for two schedulers as for one, however they take them at the same moment', async () => {
    const { time, windows } = await schedulers()
    const places = await Promise.all(Array.from({ length: 20 }, (_, n) => windows[n % 2 === 0 ? 0 : 1].take(2)))
    expect(places.flat()).toHaveLength(MOST)
    // Both were killed: their places become free when their time ends.
    time.now += MINUTE_MS + BEGINS_WITHIN_MS - 1
    expect(await windows[0].take(2)).toEqual([])
    time.now += 1
    expect(await windows[1].take(99)).toHaveLength(MOST)
  })

  test('frees unused places at once and used ones a minute after the last', async () => {
    const { time, database, windows } = await schedulers()
    const places = await windows[0].take(MOST)
    for (const place of places.slice(0, 3)) place.use()
    for (const place of places.slice(3)) place.giveBack()
    const kept = 'SELECT letters FROM letter_rate'
    await expect.poll(() => database.query.all(kept)).toEqual([{ letters: 3 }])
    time.now += MINUTE_MS - 1
    expect(await windows[1].take(99)).toHaveLength(MOST - 3)
    time.now += 1
    expect(await windows[1].take(99)).toHaveLength(3)
  })
})
