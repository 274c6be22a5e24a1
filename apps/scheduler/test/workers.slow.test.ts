import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import type { Transport } from '@wayproof/letters/smtp/transport'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { expect, it, onTestFinished } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { addPerson, type Company, invite, openCompany, setClock, sleep, traveler } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const LETTERS = 300
const WORKERS = 5
const travelers = Array.from({ length: LETTERS }, (_, n) => traveler(n)).sort()

const letterOf = ({ messageId }: Parameters<Transport['send']>[0]) => /^<([^@]+)@/.exec(messageId)?.[1] ?? ''

async function companyWithSink() {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  const sink = await sinkServer()
  const smtp = smtpTransport(sink.url)
  onTestFinished(() => smtp.close())
  return { clock, company, sink, smtp }
}

function start(company: Company, clock: ReturnType<typeof setClock>, transport: Transport) {
  const abort = new AbortController()
  const ports = { ...schedulerParts(company, clock, transport), sleep: () => sleep(20) }
  const run = runScheduler(ports, abort.signal)
  return async () => {
    abort.abort()
    await run
  }
}

it('sends every letter once by five workers, and none starts its next letter before the outbox has the last result', async () => {
  const { clock, company, sink, smtp } = await companyWithSink()
  await invite(company, LETTERS)
  const startedLetters: string[] = []
  const unrecorded: number[] = []
  const send: Transport['send'] = async (...args) => {
    startedLetters.push(letterOf(args[0]))
    const queued = await company.database.rows(
      ({ oneOf }) => `SELECT id FROM letter WHERE state = 'queued' AND ${oneOf('id', '@ids')}`,
      { ids: startedLetters.slice(-2 * WORKERS) },
    )
    unrecorded.push(queued.length)
    return smtp.send(...args)
  }
  const stop = start(company, clock, { ...smtp, send })
  await expect.poll(async () => (await company.store.outbox.counts()).queued).toBe(0)
  await stop()
  expect(sink.received.map(({ to }) => to.join()).sort()).toEqual(travelers)
  expect(await company.store.outbox.counts()).toMatchObject({ sent: LETTERS, queued: 0, failed: 0 })
  expect(Math.max(...unrecorded)).toBe(WORKERS)
})

it('sends all other letters while one hangs, including a letter posted during that time', async () => {
  const { clock, company, sink, smtp } = await companyWithSink()
  const officer = await addPerson(company, 'officer', 'en')
  await invite(company, LETTERS)
  const first = Promise.withResolvers<void>()
  let isFirst = true
  const send: Transport['send'] = async (...args) => {
    const shouldWait = isFirst
    isFirst = false
    if (shouldWait) await first.promise
    return smtp.send(...args)
  }
  const stop = start(company, clock, { ...smtp, send })
  await expect.poll(() => sink.received.length).toBe(LETTERS - 1)
  const id = (await company.store.people.list())[0]?.id ?? ''
  const letter = { kind: 'user-invitation', locale: 'en', data: { userInvitationId: id, role: 'officer' } } as const
  await company.store.outbox.post([{ letter, recipient: { kind: 'user', id }, dedupeKey: 'one' }], clock.now())
  await expect.poll(() => sink.received.at(-1)?.to).toEqual([officer])
  first.resolve()
  await expect.poll(() => sink.received.length).toBe(LETTERS + 1)
  await stop()
  expect(await company.store.outbox.counts()).toMatchObject({ sent: LETTERS + 1, queued: 0 })
})
