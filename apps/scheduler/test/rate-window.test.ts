import { deliverLetters, FIRST_WAIT_MS, letterRenderer, rateWindow, smtpTransport } from '@wayproof/letters'
import { refusal, type Sink, sinkServer } from '@wayproof/letters/testing'
import { expect, it, onTestFinished } from 'vitest'
import { deliveryLane } from '../src/delivery/delivery-lane.ts'
import { addPerson, type Company, company, guardOf, invite, ring, setClock, urls } from './company.ts'

const A_MINUTE = 4
const MINUTE = 60_000

/** A rate window whose minute passes when it is told to. */
function window() {
  const places: (() => void)[] = []
  const rate = rateWindow(A_MINUTE, () => new Promise((free) => places.push(free)))
  const passes = async () => {
    for (const free of places.splice(0)) free()
    await Promise.resolve()
  }
  return { rate, passes }
}

async function house(count: number, sink: Sink) {
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

it('sends so many letters a minute through all lanes together, and those that somebody waits for first', async () => {
  const sink = await sinkServer()
  const { made, clock, machine } = await house(20, sink)
  const { rate, passes } = window()
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true }
  const ports = {
    ...machine,
    outbox: made.store.outbox,
    organisation,
    sender: 'a@faraway.example',
    concurrency: 1,
    rate,
  }
  const lanes = () => Promise.all([20, 3, 20].map((limit) => deliverLetters(ports, { limit })))
  expect((await lanes()).map(({ windowFull }) => windowFull)).toEqual([false, true, true])
  expect(sink.received).toHaveLength(A_MINUTE)
  await lanes()
  expect(sink.received).toHaveLength(A_MINUTE)
  await write(made, clock.now())
  await passes()
  await lanes()
  expect(sink.received).toHaveLength(2 * A_MINUTE)
  expect(sink.received[A_MINUTE]?.to).toEqual(['officer-en@faraway.example'])
})

it('still pauses a wave after twenty errors in a row, though the window was full in between', async () => {
  const sink = await sinkServer({ onRcptTo: (_address, _session, done) => done(refusal(451, 'later')) })
  const { made, clock, machine } = await house(40, sink)
  const { rate, passes } = window()
  const stopping = new AbortController()
  const log: Readonly<Record<string, unknown>>[] = []
  let pauses = 0
  const sleep = async () => {
    pauses += 1
    if (pauses === 12) stopping.abort()
    clock.set(clock.now() + MINUTE)
    if (pauses % 2 === 0) await passes()
  }
  const ports = {
    ...machine,
    store: made.store,
    clockGuard: guardOf(made.store),
    mailFrom: null,
    rate,
    sleep,
    log: (entry: (typeof log)[number]) => void log.push(entry),
  }
  await deliveryLane(ports, stopping.signal)
  expect(log.filter(({ event }) => event === 'wave-paused')).toEqual([
    { event: 'wave-paused', period: '2025-H2', reason: 'repeated-errors' },
  ])
})
