import { getEventListeners } from 'node:events'
import { outboxFolderTransport } from '@wayproof/letters'
import { expect, it } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { company, setClock, sleep } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

/** Sleeps of an idle scheduler within half a minute. */
const SLEEPS = 300
/** Listeners at once: one of the dispatcher, and one of each sleeping loop (claims, calendar, checks, policy pages). */
const LISTENERS = 5

it('an idle scheduler uses no more memory after many runs than after the first', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const stopping = new AbortController()
  let sleeps = 0
  const short = async () => {
    sleeps += 1
    await sleep(1)
  }
  const made = await company(clock)
  const parts = schedulerParts(made, clock, outboxFolderTransport(made.folder))
  const running = runScheduler({ ...parts, sleep: short }, stopping.signal)
  await expect.poll(() => sleeps, { timeout: 20_000 }).toBeGreaterThan(SLEEPS)
  const listeners = getEventListeners(stopping.signal, 'abort').length
  stopping.abort()
  await running
  expect(listeners).toBeLessThanOrEqual(LISTENERS)
})
