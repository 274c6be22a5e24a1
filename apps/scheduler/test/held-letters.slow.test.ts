import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { refusal, type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import { remindWave } from '@wayproof/survey/waves/remind-wave'
import { expect, it, onTestFinished } from 'vitest'
import { runDelivery } from '../src/delivery/run-delivery.ts'
import { addPerson, type Company, invite, openCompany, type SetClock, setClock, sleep } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const MINUTE = 60_000
const DENIED = '5.7.1 relaying denied for'

/** Runs delivery, a second at a time, until `isDone`. */
async function deliver(company: Company, clock: SetClock, sink: Sink, isDone: () => Promise<boolean>) {
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const abort = new AbortController()
  const log: unknown[] = []
  const limit = Date.now() + 30_000
  await runDelivery(
    {
      ...schedulerParts(company, clock, transport),
      log: (entry) => void log.push(entry),
      sleep: async () => {
        await sleep(1)
        clock.set(clock.now() + 1000)
        if (Date.now() > limit || (await isDone())) abort.abort()
      },
    },
    abort.signal,
  )
  return log
}

/** A company with an officer and a server that refuses us as the sender of letters to travelers while `isRefusing`. */
async function refusing(count: number) {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  const officer = await addPerson(company, 'officer', 'en')
  await invite(company, count)
  const state = { isRefusing: true }
  const sink = await sinkServer({
    onRcptTo: ({ address }, _session, callback) =>
      callback(state.isRefusing && address !== officer ? refusal(550, `${DENIED} <${address}>`) : null),
  })
  const subjects = () =>
    sink.received.filter(({ to }) => to.join() === officer).map(({ raw }) => /^Subject: (.*)/m.exec(raw)?.[1])
  return { clock, company, sink, state, subjects }
}

it('a server that refuses us is shown at once, mailed once after 30 minutes, and its end is mailed', async () => {
  const { clock, company, sink, state, subjects } = await refusing(10)
  const { services, questions, outbox } = company.store
  const beganAt = clock.now()
  const isHeld = async () => (await services.holds()).length > 0
  await deliver(company, clock, sink, isHeld)
  const [hold] = await services.holds()
  expect(hold).toMatchObject({ cause: 'refused', reply: expect.stringContaining(DENIED) })
  expect(hold?.since).toBeLessThan(beganAt + 5 * MINUTE)
  expect(hold?.nextTryAt).toBeGreaterThan(clock.now() - 1000)
  expect(JSON.stringify(await services.holds())).not.toMatch(/t\d@/)
  await deliver(company, clock, sink, async () => subjects().length > 0)
  expect(clock.now() - beganAt).toBeGreaterThan(30 * MINUTE)
  expect(subjects()).toEqual([expect.stringContaining('are waiting')])
  expect(await questions.open()).toMatchObject([{ kind: 'letters-held' }])
  state.isRefusing = false
  await deliver(company, clock, sink, async () => subjects().length > 1)
  expect([await services.holds(), await questions.open()]).toEqual([[], []])
  expect(subjects()).toEqual([expect.stringContaining('are waiting'), expect.stringMatching(/^Resolved: /)])
  expect(await outbox.counts()).toMatchObject({ queued: 0, failed: 0 })
})

it('a server that refuses reminders is neither shown nor logged, because each reveals that somebody has not answered', async () => {
  const { clock, company, sink, state } = await refusing(10)
  const { services, outbox, questions } = company.store
  state.isRefusing = false
  await deliver(company, clock, sink, async () => (await outbox.counts()).queued === 0)
  state.isRefusing = true
  await remindWave({ ...company.surveyPorts, clock }, { period: '2025-H2' })
  const until = clock.now() + 45 * MINUTE
  const log = await deliver(company, clock, sink, async () => clock.now() > until)
  expect([log, await services.holds(), await questions.open()]).toEqual([[], [], []])
  const waiting = () => company.database.rows(`SELECT id FROM letter WHERE state = 'queued'`)
  expect(await waiting()).toHaveLength(10)
  state.isRefusing = false
  await deliver(company, clock, sink, async () => (await waiting()).length === 0)
  expect(sink.received).toHaveLength(20)
})

it('a server that is away while only reminders wait is neither shown nor logged; they leave once it is back', async () => {
  const { clock, company, sink, state } = await refusing(10)
  const { services, outbox, questions } = company.store
  state.isRefusing = false
  await deliver(company, clock, sink, async () => (await outbox.counts()).queued === 0)
  const contacts = await services.contacts()
  await remindWave({ ...company.surveyPorts, clock }, { period: '2025-H2' })
  const until = clock.now() + 45 * MINUTE
  const away = { ...sink, url: 'smtp://127.0.0.1:9' }
  const log = await deliver(company, clock, away, async () => clock.now() > until)
  expect([log, await services.holds(), await questions.open()]).toEqual([[], [], []])
  expect(await services.contacts()).toEqual(contacts)
  await deliver(company, clock, sink, async () => sink.received.length === 20)
  expect(sink.received).toHaveLength(20)
})
