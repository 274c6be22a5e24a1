import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import { expect, onTestFinished } from 'vitest'
import { runDelivery } from '../src/delivery/run-delivery.ts'
import { addPerson, guardOf, invite, openCompany, ring, setClock, sleep, urls } from './company.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
const OPENING = '2026-01-05T09:00:00+08:00'
export const LETTERS = 60
/** Pauses of a dispatcher before a test gives up. */
const MOST_PAUSES = 20_000

const addressOf = (n: number) => `t${n}@d${n % 4}.example`

/** A wave whose letters are due at its opening, and a scheduler whose pauses move the clock, by `step` ms at the least. */
export async function openedWave(sink: Sink, step = 500) {
  const clock = setClock(OPENING)
  const company = await openCompany(clock)
  await addPerson(company, 'officer', 'en')
  await invite(company, LETTERS, '2025-H2', '2026-01-31', addressOf)
  const smtp = smtpTransport(sink.url)
  onTestFinished(() => smtp.close())
  let inFlight = 0
  const transport: typeof smtp = {
    ...smtp,
    send: async (...of) => {
      inFlight += 1
      return smtp.send(...of).finally(() => {
        inFlight -= 1
      })
    },
  }
  /** Time passes only between attempts: a real one takes no minutes. */
  async function quiet(): Promise<void> {
    for (let turns = 0; turns < 4; turns = inFlight === 0 ? turns + 1 : 0) await sleep(0)
  }
  const begun = clock.now()
  const log: Readonly<Record<string, unknown>>[] = []
  /** Runs delivery until nothing is queued; `at` is called at each pause with the time since the opening. */
  async function deliverAll(at: (elapsed: number) => Promise<void> | void = () => undefined): Promise<void> {
    const abort = new AbortController()
    let pauses = 0
    const pause = async (milliseconds: number) => {
      pauses += 1
      if (pauses === MOST_PAUSES) abort.abort()
      await quiet()
      clock.set(clock.now() + Math.max(milliseconds, step))
      await at(clock.now() - begun)
      if ((await company.store.outbox.counts()).queued === 0) abort.abort()
    }
    const ports = {
      ...{ transport, clock, keyring: ring, render: letterRenderer(), urls, firstWait: FIRST_WAIT_MS },
      ...{
        bounceAddress: null,
        mailFrom: null,
        sleep: pause,
        store: company.store,
        clockGuard: guardOf(company.store),
      },
      log: (entry: (typeof log)[number]) => void log.push(entry),
    }
    await runDelivery(ports, abort.signal)
  }
  const elapsed = () => clock.now() - begun
  const marked = () => company.database.rows(`SELECT DISTINCT state FROM letter WHERE kind = 'survey-invitation'`)
  const paused = async () => (await company.store.survey.wave('2025-H2'))?.paused
  return { company, deliverAll, elapsed, log, marked, paused, clock }
}

export const recipients = (sink: Sink) => sink.received.map(({ to }) => to.join()).filter((to) => to.startsWith('t'))

/** Each letter arrived once, no wave is paused, and no person is marked. */
export async function expectAllSent(sink: Sink, { marked, paused }: Awaited<ReturnType<typeof openedWave>>) {
  expect(new Set(recipients(sink)).size).toBe(LETTERS)
  expect(recipients(sink)).toHaveLength(LETTERS)
  expect(await marked()).toEqual([{ state: 'sent' }])
  expect(await paused()).toBeNull()
}

/** A server that refuses recipients until `away` ms after the opening; all of them get their letter soon after. */
export async function expectHealing(reply: Error, away: number) {
  let commands = 0
  let elapsed = () => 0
  const sink = await sinkServer({
    onRcptTo: (_address, _session, callback) => {
      commands += 1
      callback(elapsed() < away ? reply : null)
    },
  })
  const step = Math.max(10 * SECOND, away / 1000)
  const wave = await openedWave(sink, step)
  elapsed = wave.elapsed
  await wave.deliverAll()
  await expectAllSent(sink, wave)
  expect(wave.elapsed()).toBeLessThan(away + 10 * MINUTE + 10 * step)
  // Probes, and one or two attempts of each letter.
  expect(commands).toBeLessThan(away / (10 * MINUTE) + 4 * LETTERS)
}
