import { join } from 'node:path'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { testMailServer } from '@wayproof/letters/outbox/test-mail-server'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import type { Transport } from '@wayproof/letters/smtp/transport'
import { refusal, type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import { RULES } from '@wayproof/scorecard/rules'
import { chooseFolder } from '@wayproof/survey/opening/choose-folder'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { expect, it } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import {
  addPerson,
  approveOpening,
  bringTravelers,
  guardOf,
  openCompany,
  ring,
  setClock,
  timeZone,
  urls,
} from './company.ts'
import { deliverDue } from './deliver-due.ts'
import { schedulerParts } from './scheduler-parts.ts'

/** The wave opens on 4 January at nine, so its tests are due on 28 December and 3 January at nine. */
const SEVEN_BEFORE = '2025-12-28T09:01:00+08:00'
const ONE_BEFORE = '2026-01-03T09:01:00+08:00'

async function planned(startsAt = '2025-12-20T12:00:00+08:00') {
  const clock = setClock(startsAt)
  const company = await openCompany(clock)
  const { store, surveyPorts } = company
  for (const locale of ['en', 'zh-CN'] as const) await addPerson(company, 'officer', locale)
  await bringTravelers(company, 5)
  await chooseFolder(surveyPorts, { chosen: false, by: 'officer' })
  const plan = async (isRunning: boolean, localHolidays: readonly string[] = []) => {
    const { runs: _, runsSince: __, ...defaultPlan } = DEFAULT_PROGRAMME
    await planProgramme(surveyPorts, { runs: isRunning, plan: { ...defaultPlan, localHolidays } })
  }
  await plan(true)
  await approveOpening(company, '2025-H2')
  const machine = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: ring,
    timeZone,
    rules: RULES,
    urls,
    ...SMALL_WAVES,
  }
  const runCalendarAt = async (time: string) => {
    clock.set(time)
    await runCalendar({ ...machine, store, clockGuard: guardOf(store), log: () => undefined })
  }
  await runCalendarAt(startsAt)
  const deliver = async (transport: Transport) => {
    const organisation = await store.organisation.get()
    if (!organisation) throw new Error('no organisation')
    const ports = { ...schedulerParts(company, clock, transport), outbox: store.outbox, organisation, workers: 1 }
    await deliverDue({ ...ports, sender: 'privacy@faraway.example' })
    await transport.close()
  }
  /** Runs, lets letters be sent, and runs again. */
  const day = async (time: string, transport: Transport) => {
    await runCalendarAt(time)
    await deliver(transport)
    await runCalendarAt(new Date(clock.now() + 60_000).toISOString())
  }
  const askedQuestions = async () =>
    (await store.questions.open()).flatMap(({ kind, data }) => (kind === 'mail-test-failed' ? [data] : []))
  return { ...company, clock, runCalendarAt, day, deliver, askedQuestions, plan }
}

const subjects = ({ received }: Sink) => received.map(({ to, raw }) => [to[0], /^Subject: (.*)/m.exec(raw)?.[1]])
const tests = (sink: Sink) => sink.received.filter(({ raw }) => raw.includes('/settings')).length
const refusing = () => sinkServer({ onRcptTo: (_, __, callback) => callback(refusal(550, 'relaying denied')) })
const to = (sink: Sink) => smtpTransport(sink.url)

it('mails every officer a test letter 7 days and 1 day before the planned opening, once each', async () => {
  const { runCalendarAt, day, deliver, askedQuestions, store } = await planned()
  const sink = await sinkServer()
  await day('2025-12-28T08:59:00+08:00', to(sink))
  // The second run of that day is at nine.
  expect(tests(sink)).toBe(0)
  await day(SEVEN_BEFORE, to(sink))
  expect(tests(sink)).toBe(2)
  expect(subjects(sink)).toContainEqual(['officer-en@faraway.example', 'Test email: your mail server works'])
  for (const time of ['2025-12-29', '2026-01-02']) await day(`${time}T12:00:00+08:00`, to(sink))
  expect(tests(sink)).toBe(2)
  await day(ONE_BEFORE, to(sink))
  await day('2026-01-03T20:00:00+08:00', to(sink))
  expect(tests(sink)).toBe(4)
  expect(await askedQuestions()).toEqual([])
  await runCalendarAt('2026-01-04T09:01:00+08:00')
  await deliver(to(sink))
  expect(await store.survey.wave('2025-H2')).toMatchObject({ status: 'open' })
  expect(tests(sink)).toBe(4)
})

it('asks the officers once if the server refuses it, on screen and by email, and again on the last day, until one is accepted', async () => {
  const { day, runCalendarAt, askedQuestions, store, clock, deliver } = await planned()
  const brokenServer = await refusing()
  await day(SEVEN_BEFORE, to(brokenServer))
  const question = {
    period: '2025-H2',
    opensOn: '2026-01-04',
    daysBefore: 7,
    why: 'refused',
    reply: '550 relaying denied',
  }
  expect(await askedQuestions()).toEqual([question])
  await day('2025-12-30T12:00:00+08:00', to(brokenServer))
  expect(await askedQuestions()).toEqual([question])
  await day(ONE_BEFORE, to(brokenServer))
  expect(await askedQuestions()).toEqual([{ ...question, daysBefore: 1 }])
  const sink = await sinkServer()
  await deliver(to(sink))
  // Everything that waited goes after the repair, but of the questions only the one that is still open.
  const asked = subjects(sink).flatMap(([address, subject]) =>
    subject?.startsWith('Decision needed') ? [address, subject] : [],
  )
  expect(asked).toEqual([
    'officer-en@faraway.example',
    'Decision needed: The test email before the opening was not sent',
  ])
  // An officer's own test letter proves the server.
  const [officer] = await store.officers()
  await testMailServer({ outbox: store.outbox, clock }, { to: { id: officer?.id ?? '', locale: 'en' } })
  await deliver(to(sink))
  await runCalendarAt('2026-01-03T10:00:00+08:00')
  expect(await askedQuestions()).toEqual([])
})

it('asks the officer after 30 minutes if no server accepts the letter', async () => {
  const { day, runCalendarAt, askedQuestions } = await planned()
  const away = await sinkServer()
  await away.close()
  await day(SEVEN_BEFORE, to(away))
  expect(await askedQuestions()).toEqual([])
  await runCalendarAt('2025-12-28T09:31:00+08:00')
  expect(await askedQuestions()).toMatchObject([{ why: 'waiting', reply: expect.stringContaining('127.0.0.1') }])
})

it('treats a folder as a failure until an officer has chosen it', async () => {
  const { day, runCalendarAt, askedQuestions, folder, surveyPorts } = await planned()
  await day(SEVEN_BEFORE, outboxFolderTransport(join(folder, 'outbox')))
  expect(await askedQuestions()).toMatchObject([{ why: 'folder' }])
  await chooseFolder(surveyPorts, { chosen: true, by: 'Lin' })
  await runCalendarAt('2025-12-28T10:00:00+08:00')
  expect(await askedQuestions()).toEqual([])
})

it.each([
  ['was down on both days', '2025-12-20T12:00:00+08:00', '2026-01-03T20:00:00+08:00', 2, 1],
  ['was down on the first day', '2025-12-20T12:00:00+08:00', '2025-12-31T12:00:00+08:00', 4, 2],
  ['gets to know of the opening 3 days before', '2026-01-01T12:00:00+08:00', '2026-01-01T12:05:00+08:00', 4, 2],
])('catches up at once, with the latest test only, if the scheduler %s', async (_, since, first, all, looks) => {
  const { day } = await planned(since)
  const sink = await sinkServer()
  await day(first, to(sink))
  expect(tests(sink)).toBe(2)
  if (looks > 1) await day(ONE_BEFORE, to(sink))
  expect(tests(sink)).toBe(all)
})

it('tests again when the opening moves to another day, and drops the question about an old day or a removed plan', async () => {
  const { day, runCalendarAt, plan, askedQuestions } = await planned()
  const [brokenServer, sink] = [await refusing(), await sinkServer()]
  await day(SEVEN_BEFORE, to(brokenServer))
  expect(await askedQuestions()).toMatchObject([{ opensOn: '2026-01-04' }])
  await plan(true, ['2026-01-04'])
  await runCalendarAt('2025-12-28T12:00:00+08:00')
  expect(await askedQuestions()).toEqual([])
  await day('2025-12-29T09:01:00+08:00', to(brokenServer))
  expect(await askedQuestions()).toMatchObject([{ opensOn: '2026-01-05', daysBefore: 7 }])
  await plan(false)
  await runCalendarAt('2025-12-29T12:00:00+08:00')
  expect(await askedQuestions()).toEqual([])
  await day(ONE_BEFORE, to(sink))
  expect(tests(sink)).toBe(0)
})
