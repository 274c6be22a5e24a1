import { join } from 'node:path'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { testMailServer } from '@wayproof/letters/outbox/test-mail-server'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import type { Transport } from '@wayproof/letters/smtp/transport'
import { refusal, sinkServer } from '@wayproof/letters/testing/sink-server'
import { RULES } from '@wayproof/scorecard/rules'
import { chooseFolder } from '@wayproof/survey/opening/choose-folder'
import { confirmChecklist } from '@wayproof/survey/opening/confirm-checklist'
import { readProgramme } from '@wayproof/survey/programme/read-programme'
import { checkedPoints } from '@wayproof/survey/testing/checked-points'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { expect, it, onTestFinished } from 'vitest'
import { addPerson, openCompany, ring, setClock, timeZone } from './company.ts'
import { deliverDue } from './deliver-due.ts'
import { schedulerParts } from './scheduler-parts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = '2026-01-02T12:00:00+08:00'

/** A company whose checklist lacks only a mail server, and an officer. */
async function checked() {
  const clock = setClock(NOW)
  const company = await openCompany(clock)
  const { store } = company
  const ports = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: ring,
    timeZone,
    rules: RULES,
    ...SMALL_WAVES,
    store: store.survey,
  }
  await chooseFolder(ports, { chosen: false, by: 'officer' })
  await confirmChecklist(ports, { points: checkedPoints, by: 'officer' })
  await addPerson(company, 'officer', 'en')
  const id = (await store.officers())[0]?.id ?? ''
  const send = () => testMailServer({ outbox: store.outbox, clock }, { to: { id, locale: 'en' } })
  const deliver = async (transport: Transport) => {
    const organisation = await store.organisation.get()
    if (!organisation) throw new Error('no organisation')
    const machinePorts = {
      ...schedulerParts(company, clock, transport),
      outbox: store.outbox,
      organisation,
      workers: 1,
    }
    return deliverDue({ ...machinePorts, sender: 'privacy@faraway.example' })
  }
  const smtp = (url: string) => {
    const transport = smtpTransport(url)
    onTestFinished(() => transport.close())
    return transport
  }
  const missingRequirements = async () => (await readProgramme(ports)).lacking
  return {
    clock,
    store,
    ports,
    send,
    deliver,
    smtp,
    missingRequirements,
    last: () => store.mailTests.last(id),
    folder: company.folder,
  }
}

it('lets a wave open for 30 days once a mail server has accepted any letter', async () => {
  const { clock, send, deliver, smtp, missingRequirements, last } = await checked()
  expect(await missingRequirements()).toEqual(['mail-server'])
  await send()
  await send()
  expect(await last()).toMatchObject({ state: 'queued', accepted: false })
  const sink = await sinkServer()
  expect(await deliver(smtp(sink.url))).toMatchObject({ sent: 1 })
  expect(sink.received).toHaveLength(1)
  expect(await last()).toMatchObject({ state: 'sent', accepted: true, reply: '250 OK: taken' })
  expect(await missingRequirements()).toEqual([])
  clock.set(clock.now() + 30 * DAY)
  expect(await missingRequirements()).toEqual([])
  clock.set(clock.now() + 1)
  expect(await missingRequirements()).toEqual(['mail-server'])
})

it.each([
  ['refuses every letter', 'failed', '550 no relaying for you'],
  ['is away', 'queued', null],
] as const)('does not let it open if the mail server %s, and says why', async (how, state, reply) => {
  const { send, deliver, smtp, missingRequirements, last } = await checked()
  const sink = await sinkServer({
    onRcptTo: (_, __, callback) => callback(refusal(550, 'no relaying for you')),
  })
  if (how === 'is away') await sink.close()
  await send()
  await deliver(smtp(sink.url))
  expect(await last()).toMatchObject({
    state,
    accepted: false,
    reply: reply ?? expect.stringMatching(/ECONNREFUSED|refused/i),
  })
  expect(await missingRequirements()).toEqual(['mail-server'])
})

it('accepts a folder instead of a mail server only if an officer chooses it; an accepted letter ends the choice', async () => {
  const { clock, store, ports, send, deliver, smtp, missingRequirements, last, folder } = await checked()
  await send()
  expect(await deliver(outboxFolderTransport(join(folder, 'outbox')))).toMatchObject({ sent: 0, written: 1 })
  expect(await last()).toMatchObject({ state: 'written', accepted: false })
  expect(await missingRequirements()).toEqual(['mail-server'])
  await chooseFolder(ports, { chosen: true, by: 'Lin' })
  expect(await store.survey.mailRoute()).toEqual({
    acceptedAt: null,
    folder: { chosenAt: clock.now(), chosenBy: 'Lin' },
  })
  expect(await missingRequirements()).toEqual([])

  const sink = await sinkServer()
  clock.set(clock.now() + 2 * 60_000)
  await send()
  await deliver(smtp(sink.url))
  clock.set(clock.now() + 31 * DAY)
  expect(await missingRequirements()).toEqual(['mail-server'])
})

it('records an accepted letter once an hour, and at once after a choice', async () => {
  const { clock, store, ports, send, deliver, smtp } = await checked()
  const sink = await sinkServer()
  const startedAt = clock.now()
  const accept = async (at: number) => {
    clock.set(at)
    await send()
    await deliver(smtp(sink.url))
    return (await store.survey.mailRoute()).acceptedAt
  }
  expect(await accept(startedAt)).toBe(startedAt)
  expect(await accept(startedAt + HOUR / 2)).toBe(startedAt)
  expect(await accept(startedAt + HOUR)).toBe(startedAt + HOUR)
  await chooseFolder(ports, { chosen: true, by: 'Lin' })
  expect(await accept(startedAt + HOUR + 60_000)).toBe(startedAt + HOUR + 60_000)
})
