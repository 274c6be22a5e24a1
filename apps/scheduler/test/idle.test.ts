import { getEventListeners } from 'node:events'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { expect, it } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { openCompany, setClock, sleep } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

/** Sleeps of an idle scheduler within half a minute. */
const SLEEPS = 300
/** Listeners at once: one of the dispatcher, and one of each sleeping loop (claims, calendar, services, checks, policy pages). */
const LISTENERS = 6

it('an idle scheduler uses no more memory after many runs than after the first', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const abort = new AbortController()
  let sleeps = 0
  const short = async () => {
    sleeps += 1
    await sleep(1)
  }
  const company = await openCompany(clock)
  const ports = schedulerParts(company, clock, outboxFolderTransport(company.folder))
  const run = runScheduler({ ...ports, sleep: short }, abort.signal)
  await expect.poll(() => sleeps).toBeGreaterThan(SLEEPS)
  const listeners = getEventListeners(abort.signal, 'abort').length
  abort.abort()
  await run
  expect(listeners).toBeLessThanOrEqual(LISTENERS)
})
