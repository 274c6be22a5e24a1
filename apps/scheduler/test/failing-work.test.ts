import { join } from 'node:path'
import { outboxFolderTransport } from '@wayproof/letters'
import { expect, it } from 'vitest'
import type { CalendarEntry } from '../src/calendar/calendar.ts'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { failingWork } from '../src/health/failing-work.ts'
import { addPerson, company, guardOf, invite, rowsOf, setClock } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const MINUTE = 60_000

async function atWork() {
  const clock = setClock('2026-01-14T12:00:00+08:00')
  const made = await company(clock)
  await addPerson(made, 'officer', 'en')
  await addPerson(made, 'officer', 'zh-CN')
  const { questions } = made.store
  const failing = failingWork({ questions, clock, log: () => undefined })
  const pass = (minutes: number) => clock.set(clock.now() + minutes * MINUTE)
  const letters = () => rowsOf(made, `SELECT state FROM letter WHERE kind = 'officer-question'`)
  return { clock, made, questions, failing, pass, letters }
}

it('asks once about a mail server that is unreachable for 30 minutes, and no longer once it responds', async () => {
  const { questions, failing, pass, letters, clock } = await atWork()
  const since = clock.now()
  for (let minutes = 0; minutes < 30; minutes += 1) {
    await failing.failed('mail-server', '421 later')
    pass(1)
  }
  expect(await questions.open()).toEqual([])
  for (let minutes = 0; minutes < 100; minutes += 1) {
    await failing.failed('mail-server', '421 later')
    pass(1)
  }
  const data = { work: 'mail-server', since, error: '421 later' }
  expect(await questions.open()).toMatchObject([{ kind: 'keeps-failing', data }])
  expect(letters()).toHaveLength(2)
  await failing.worked('mail-server', true)
  expect(await questions.open()).toEqual([])
  expect(await questions.settled(5)).toMatchObject([{ kind: 'keeps-failing', answer: null }])
})

it('withdraws a question that an earlier process asked', async () => {
  const { questions, made, clock, failing } = await atWork()
  await questions.ask({ kind: 'keeps-failing', data: { work: 'delivery', since: 0, error: 'x' } }, clock.now())
  await failing.worked('mail-server', true)
  expect(await questions.open()).toHaveLength(1)
  await failingWork({ questions: made.store.questions, clock, log: () => undefined }).worked('delivery', true)
  expect(await questions.open()).toEqual([])
})

it('asks about a calendar check that is interrupted, although it is skipped during its lease', async () => {
  const { made, clock, failing, questions, pass } = await atWork()
  await invite(made, 3)
  const parts = schedulerParts(made, clock, outboxFolderTransport(join(made.folder, 'outbox')))
  let broken = true
  let tries = 0
  const closing: CalendarEntry = {
    job: 'close-waves',
    when: '0 * * * * *',
    period: null,
    run: async ({ store }) => {
      const now = clock.now()
      const run = await store.jobRuns.claimRun('close-wave', '2025-H2', now, now, now + 10 * MINUTE, false)
      if (!run) return
      tries += 1
      if (broken) throw new Error('disk I/O error')
    },
  }
  const look = () => runCalendar({ ...parts, clockGuard: guardOf(made.store), failing }, [closing])
  for (let minutes = 0; minutes < 45; minutes += 1) {
    await look()
    pass(1)
  }
  expect(tries).toBeGreaterThan(3)
  expect(await questions.open()).toMatchObject([{ data: { work: 'close-waves', error: 'disk I/O error' } }])
  broken = false
  for (let minutes = 0; minutes < 90; minutes += 1) {
    await look()
    pass(1)
  }
  expect(await questions.open()).toEqual([])
})
