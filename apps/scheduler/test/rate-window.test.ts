import { FIRST_WAIT_MS, letterRenderer, rateWindow, smtpTransport } from '@wayproof/letters'
import { refusal, type Sink, sinkServer } from '@wayproof/letters/testing'
import { expect, it, onTestFinished } from 'vitest'
import { runDelivery } from '../src/delivery/run-delivery.ts'
import { addPerson, type Company, company, guardOf, invite, ring, setClock, sleep, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'

const A_MINUTE = 4
const MOST_PAUSES = 1000

/** A rate window whose minute passes when the test says so. */
function window() {
  const places: (() => void)[] = []
  const rate = rateWindow(A_MINUTE, () => new Promise((free) => places.push(free)))
  const passes = async () => {
    for (const free of places.splice(0)) free()
    await Promise.resolve()
  }
  return { rate, passes }
}

async function startCompany(count: number, sink: Sink) {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const made = await company(clock)
  await addPerson(made, 'officer', 'en')
  await invite(made, count)
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const machine = { transport, clock, keyring: ring, render: letterRenderer(), urls, firstWait: FIRST_WAIT_MS }
  return { made, clock, machine: { ...machine, bounceAddress: null } }
}

/** A letter to the officer. */
async function write({ store }: Company, at: number) {
  const id = (await store.people.list())[0]?.id ?? ''
  const letter = { kind: 'user-invitation', locale: 'en', data: { userInvitationId: id, role: 'officer' } } as const
  await store.outbox.post([{ letter, recipient: { kind: 'user', id }, dedupeKey: 'one' }], at)
}

it('limits letters a minute over all workers, with those outside waves first', async () => {
  const sink = await sinkServer()
  const { made, clock, machine } = await startCompany(20, sink)
  const { rate, passes } = window()
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true }
  const ports = {
    ...machine,
    outbox: made.store.outbox,
    organisation,
    sender: 'a@faraway.example',
    workers: 3,
    rate,
  }
  expect(await deliverDue(ports)).toMatchObject({ sent: A_MINUTE, idle: 'window-full' })
  expect(await deliverDue(ports)).toMatchObject({ sent: 0, idle: 'window-full' })
  expect(sink.received).toHaveLength(A_MINUTE)
  await write(made, clock.now())
  await passes()
  expect(await deliverDue(ports)).toMatchObject({ sent: A_MINUTE })
  expect(sink.received).toHaveLength(2 * A_MINUTE)
  expect(sink.received.slice(A_MINUTE).map(({ to }) => to.join())).toContain('officer-en@faraway.example')
})

it('still pauses a wave after twenty errors in a row, although the window was full in between', async () => {
  const sink = await sinkServer({ onRcptTo: (_address, _session, done) => done(refusal(451, 'later')) })
  const { made, machine } = await startCompany(40, sink)
  const { rate, passes } = window()
  const stopping = new AbortController()
  const log: Readonly<Record<string, unknown>>[] = []
  let pauses = 0
  const pause = async () => {
    pauses += 1
    await sleep(1)
    await passes()
    if (pauses === MOST_PAUSES || log.some(({ event }) => event === 'wave-paused')) stopping.abort()
  }
  const ports = {
    ...machine,
    store: made.store,
    clockGuard: guardOf(made.store),
    mailFrom: null,
    rate,
    sleep: pause,
    log: (entry: (typeof log)[number]) => void log.push(entry),
  }
  await runDelivery(ports, stopping.signal)
  expect(log.filter(({ event }) => event === 'wave-paused')).toEqual([
    { event: 'wave-paused', period: '2025-H2', reason: 'repeated-errors' },
  ])
})
