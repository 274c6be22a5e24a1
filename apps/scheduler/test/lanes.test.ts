import { smtpTransport, type Transport } from '@wayproof/letters'
import { sinkServer } from '@wayproof/letters/testing'
import SQLite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { company, invite, setClock, traveler } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const LETTERS = 300
/** Letters in flight at once. */
const LANES = 5

it('brings every letter once by five lanes, each marked before its lane begins the next', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const made = await company(clock)
  await invite(made, LETTERS)
  const sink = await sinkServer()
  const smtp = smtpTransport(sink.url)
  const disk = new SQLite(made.file, { readonly: true })
  onTestFinished(async () => {
    disk.close()
    await smtp.close()
  })
  const state = disk.prepare<[string]>('SELECT state FROM letter WHERE id = ?').pluck()
  const { outbox } = made.store
  const before = new Map<string, string>()
  // A lane works through one claim at a time, in its order.
  const claim: typeof outbox.claim = async (...asked) => {
    const claimed = await outbox.claim(...asked)
    for (const [n, { id }] of claimed.entries()) before.set(id, claimed[n - 1]?.id ?? '')
    return claimed
  }
  const marks: unknown[] = []
  const all = Promise.withResolvers<void>()
  let begun = 0
  const send: Transport['send'] = async (message, within) => {
    const [, id = ''] = /^<([^@]+)@/.exec(message.messageId) ?? []
    const last = before.get(id)
    if (last) marks.push(state.get(last))
    begun += 1
    if (begun === LANES) all.resolve()
    await all.promise
    return smtp.send(message, within)
  }
  const store = { ...made.store, outbox: { ...outbox, claim } }
  const stopping = new AbortController()
  const parts = schedulerParts({ ...made, store }, clock, { ...smtp, send })
  const running = runScheduler(parts, stopping.signal)
  await expect.poll(async () => (await outbox.counts()).queued, { timeout: 20_000 }).toBe(0)
  stopping.abort()
  await running
  expect(sink.received.map(({ to }) => to.join()).sort()).toEqual(
    Array.from({ length: LETTERS }, (_, n) => traveler(n)).sort(),
  )
  expect(await outbox.counts()).toMatchObject({ sent: LETTERS, queued: 0, failed: 0 })
  expect(marks.length).toBeGreaterThan(LETTERS / 2)
  expect(new Set(marks)).toEqual(new Set(['sent']))
})
