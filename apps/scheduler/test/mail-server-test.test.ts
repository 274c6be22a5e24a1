import { join } from 'node:path'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { outboxFolderTransport, smtpTransport, type Transport, testMailServer } from '@wayproof/letters'
import { refusal, sinkServer } from '@wayproof/letters/testing'
import { RULES } from '@wayproof/scorecard'
import { chooseFolder, confirmChecklist, readProgramme } from '@wayproof/survey'
import { checkedPoints } from '@wayproof/survey/testing'
import { expect, it, onTestFinished } from 'vitest'
import { addPerson, company, ring, setClock, timeZone } from './company.ts'
import { deliverDue } from './deliver-due.ts'
import { schedulerParts } from './scheduler-parts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = '2026-01-02T12:00:00+08:00'

/** A company whose checklist lacks only a mail server, and an officer. */
async function checked() {
  const clock = setClock(NOW)
  const made = await company(clock)
  const { store } = made
  const ports = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: ring,
    timeZone,
    rules: RULES,
    store: store.survey,
  }
  await chooseFolder(ports, { chosen: false, by: 'officer' })
  await confirmChecklist(ports, { points: checkedPoints, by: 'officer' })
  await addPerson(made, 'officer', 'en')
  const id = (await store.officers())[0]?.id ?? ''
  const send = () => testMailServer({ outbox: store.outbox, clock }, { to: { id, locale: 'en' } })
  const deliver = async (transport: Transport) => {
    const organisation = await store.organisation.get()
    if (!organisation) throw new Error('no organisation')
    const parts = { ...schedulerParts(made, clock, transport), outbox: store.outbox, organisation, workers: 1 }
    return deliverDue({ ...parts, sender: 'privacy@faraway.example' })
  }
  const smtp = (url: string) => {
    const transport = smtpTransport(url)
    onTestFinished(() => transport.close())
    return transport
  }
  const lacking = async () => (await readProgramme(ports)).lacking
  return {
    clock,
    store,
    ports,
    send,
    deliver,
    smtp,
    lacking,
    last: () => store.mailTests.last(id),
    folder: made.folder,
  }
}

it('lets a wave open for 30 days once a mail server has accepted any letter', async () => {
  const { clock, send, deliver, smtp, lacking, last } = await checked()
  expect(await lacking()).toEqual(['mail-server'])
  await send()
  await send()
  expect(await last()).toMatchObject({ state: 'queued', accepted: false })
  const sink = await sinkServer()
  expect(await deliver(smtp(sink.url))).toMatchObject({ sent: 1 })
  expect(sink.received).toHaveLength(1)
  expect(await last()).toMatchObject({ state: 'sent', accepted: true, reply: '250 OK: taken' })
  expect(await lacking()).toEqual([])
  clock.set(clock.now() + 30 * DAY)
  expect(await lacking()).toEqual([])
  clock.set(clock.now() + 1)
  expect(await lacking()).toEqual(['mail-server'])
})

it.each([
  ['refuses every letter', 'failed', '550 no relaying for you'],
  ['is away', 'queued', null],
] as const)('does not let it open if the mail server %s, and says why', async (how, state, reply) => {
  const { send, deliver, smtp, lacking, last } = await checked()
  const sink = await sinkServer({
    onRcptTo: (_, __, done) => done(refusal(550, 'no relaying for you')),
  })
  if (how === 'is away') await sink.close()
  await send()
  await deliver(smtp(sink.url))
  expect(await last()).toMatchObject({
    state,
    accepted: false,
    reply: reply ?? expect.stringMatching(/ECONNREFUSED|refused/i),
  })
  expect(await lacking()).toEqual(['mail-server'])
})

it('accepts a folder instead of a mail server only if an officer chooses it; an accepted letter ends the choice', async () => {
  const { clock, store, ports, send, deliver, smtp, lacking, last, folder } = await checked()
  await send()
  expect(await deliver(outboxFolderTransport(join(folder, 'outbox')))).toMatchObject({ sent: 0, written: 1 })
  expect(await last()).toMatchObject({ state: 'written', accepted: false })
  expect(await lacking()).toEqual(['mail-server'])
  await chooseFolder(ports, { chosen: true, by: 'Lin' })
  expect(await store.survey.mailRoute()).toEqual({
    acceptedAt: null,
    folder: { chosenAt: clock.now(), chosenBy: 'Lin' },
  })
  expect(await lacking()).toEqual([])

  const sink = await sinkServer()
  clock.set(clock.now() + 2 * 60_000)
  await send()
  await deliver(smtp(sink.url))
  clock.set(clock.now() + 31 * DAY)
  expect(await lacking()).toEqual(['mail-server'])
})

it('records an accepted letter once an hour, and at once after a choice', async () => {
  const { clock, store, ports, send, deliver, smtp } = await checked()
  const sink = await sinkServer()
  const begun = clock.now()
  const accept = async (at: number) => {
    clock.set(at)
    await send()
    await deliver(smtp(sink.url))
    return (await store.survey.mailRoute()).acceptedAt
  }
  expect(await accept(begun)).toBe(begun)
  expect(await accept(begun + HOUR / 2)).toBe(begun)
  expect(await accept(begun + HOUR)).toBe(begun + HOUR)
  await chooseFolder(ports, { chosen: true, by: 'Lin' })
  expect(await accept(begun + HOUR + 60_000)).toBe(begun + HOUR + 60_000)
})
