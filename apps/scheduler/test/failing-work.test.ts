import { join } from 'node:path'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { expect, it } from 'vitest'
import type { CalendarEntry } from '../src/calendar/calendar.ts'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { failingWork } from '../src/scheduler.ts'
import { addPerson, guardOf, invite, openCompany, setClock } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const MINUTE = 60_000

async function atWork() {
  const clock = setClock('2026-01-14T12:00:00+08:00')
  const company = await openCompany(clock)
  await addPerson(company, 'officer', 'en')
  await addPerson(company, 'officer', 'zh-CN')
  const { questions } = company.store
  const tracker = failingWork({ questions, clock, log: () => undefined })
  const pass = (minutes: number) => clock.set(clock.now() + minutes * MINUTE)
  const letters = () => company.database.rows(`SELECT state FROM letter WHERE kind = 'officer-question'`)
  return { clock, company, questions, tracker, pass, letters }
}

it('asks once about work that fails for 30 minutes, and no longer once it succeeds', async () => {
  const { questions, tracker, pass, letters, clock } = await atWork()
  const startedAt = clock.now()
  for (let minutes = 0; minutes < 30; minutes += 1) {
    await tracker.failed('mail-reports', '421 later')
    pass(1)
  }
  expect(await questions.open()).toEqual([])
  for (let minutes = 0; minutes < 100; minutes += 1) {
    await tracker.failed('mail-reports', '421 later')
    pass(1)
  }
  const data = { work: 'mail-reports', since: startedAt, error: '421 later' }
  expect(await questions.open()).toMatchObject([{ kind: 'keeps-failing', data }])
  expect(await letters()).toHaveLength(2)
  await tracker.worked('mail-reports', true)
  expect(await questions.open()).toEqual([])
  expect(await questions.settled(5)).toMatchObject([{ kind: 'keeps-failing', answer: null }])
})

it('withdraws a question that an earlier process asked', async () => {
  const { questions, company, clock, tracker } = await atWork()
  await questions.ask({ kind: 'keeps-failing', data: { work: 'delivery', since: 0, error: 'x' } }, clock.now())
  await tracker.worked('mail-reports', true)
  expect(await questions.open()).toHaveLength(1)
  await failingWork({ questions: company.store.questions, clock, log: () => undefined }).worked('delivery', true)
  expect(await questions.open()).toEqual([])
})

it('asks about a calendar check that is interrupted, although it is skipped during its lease', async () => {
  const { company, clock, tracker, questions, pass } = await atWork()
  await invite(company, 3)
  const ports = schedulerParts(company, clock, outboxFolderTransport(join(company.folder, 'outbox')))
  let isBroken = true
  let attempts = 0
  const closing: CalendarEntry = {
    job: 'close-waves',
    schedule: '0 * * * * *',
    period: null,
    run: async ({ store }) => {
      const now = clock.now()
      const run = await store.jobRuns.claimRun('close-wave', '2025-H2', now, now, now + 10 * MINUTE, false)
      if (!run) return
      attempts += 1
      if (isBroken) throw new Error('disk I/O error')
    },
  }
  const runCalendarNow = () =>
    runCalendar({ ...ports, clockGuard: guardOf(company.store), failing: tracker }, [closing])
  for (let minutes = 0; minutes < 45; minutes += 1) {
    await runCalendarNow()
    pass(1)
  }
  expect(attempts).toBeGreaterThan(3)
  expect(await questions.open()).toMatchObject([{ data: { work: 'close-waves', error: 'disk I/O error' } }])
  isBroken = false
  for (let minutes = 0; minutes < 90; minutes += 1) {
    await runCalendarNow()
    pass(1)
  }
  expect(await questions.open()).toEqual([])
})
