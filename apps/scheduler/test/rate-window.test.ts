import { beginsWithin } from '@wayproof/letters/delivery/attempt-letter'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { rateWindow } from '@wayproof/letters/delivery/rate-window'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import { expect, it, onTestFinished } from 'vitest'
import { addPerson, type Company, invite, openCompany, ring, setClock, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'

const A_MINUTE = 4
const MINUTE_MS = 60_000

async function setUp(count: number, sink: Sink) {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  await addPerson(company, 'officer', 'en')
  await invite(company, count)
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const machine = { transport, clock, keyring: ring, render: letterRenderer(), urls, firstWait: FIRST_WAIT_MS }
  const places = company.store.letterRate
  const rate = rateWindow(A_MINUTE, { places, clock, beginsWithin: beginsWithin() })
  /** A minute in which no claim is left at work. */
  const passes = () => clock.set(clock.now() + MINUTE_MS + beginsWithin())
  return { company, clock, machine: { ...machine, bounceAddress: null }, rate, passes }
}

async function write({ store }: Company, at: number) {
  const id = (await store.people.list())[0]?.id ?? ''
  const letter = { kind: 'user-invitation', locale: 'en', data: { userInvitationId: id, role: 'officer' } } as const
  await store.outbox.post([{ letter, recipient: { kind: 'user', id }, dedupeKey: 'one' }], at)
}

it('limits letters a minute over all workers, with those outside waves first', async () => {
  const sink = await sinkServer()
  const { company, clock, machine, rate, passes } = await setUp(20, sink)
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true }
  const ports = {
    ...machine,
    outbox: company.store.outbox,
    organisation,
    sender: 'a@faraway.example',
    workers: 3,
    rate,
  }
  expect(await deliverDue(ports)).toMatchObject({ sent: A_MINUTE, idle: 'window-full' })
  expect(await deliverDue(ports)).toMatchObject({ sent: 0, idle: 'window-full' })
  expect(sink.received).toHaveLength(A_MINUTE)
  await write(company, clock.now())
  passes()
  expect(await deliverDue(ports)).toMatchObject({ sent: A_MINUTE })
  expect(sink.received).toHaveLength(2 * A_MINUTE)
  expect(sink.received.slice(A_MINUTE).map(({ to }) => to.join())).toContain('officer-en@faraway.example')
})
