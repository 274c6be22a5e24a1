import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it } from 'vitest'
import type { CalendarEntry } from '../src/calendar/calendar.ts'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { failureLog } from '../src/health/failure-log.ts'
import { runScheduler } from '../src/scheduler.ts'
import { bringTravelers, guardOf, openCompany, ring, setClock, sleep, timeZone, urls } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

async function setUp(at: string) {
  const clock = setClock(at)
  const company = await openCompany(clock)
  const log: Readonly<Record<string, unknown>>[] = []
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES, urls }
  const note = (entry: (typeof log)[number]) => void log.push(entry)
  const ports = {
    ...machine,
    store: company.store,
    clockGuard: guardOf(company.store),
    failures: failureLog({ clock, log: note }),
    log: note,
  }
  const runCalendarAt = async (time: string, entries?: readonly CalendarEntry[]) => {
    clock.set(time)
    await runCalendar(ports, entries)
    return log.splice(0).map(({ event, job }) => (job ? `${event} ${job}` : event))
  }
  return { company, ports, runCalendarAt, log }
}

it('repeats a check that threw at each run until it passes, and no other one', async () => {
  const { runCalendarAt } = await setUp('2026-01-14T12:00:00+08:00')
  const runs: string[] = []
  let isBroken = true
  const check = (job: string, run: () => void): CalendarEntry => {
    const ask = async () => {
      runs.push(job)
      run()
    }
    return { job, schedule: '0 0 10 * * *', period: null, run: ask }
  }
  const fails = check('fails', () => {
    if (isBroken) throw new Error('database is locked')
  })
  const entries = [fails, check('passes', () => undefined)]
  await runCalendarAt('2026-01-14T12:00:00+08:00', entries)
  expect(await runCalendarAt('2026-01-15T10:00:05+08:00', entries)).toEqual(['job-failed fails'])
  expect(await runCalendarAt('2026-01-15T10:00:20+08:00', entries)).toEqual([])
  expect(runs.splice(0)).toEqual(['fails', 'passes', 'fails'])
  isBroken = false
  expect(await runCalendarAt('2026-01-15T10:00:35+08:00', entries)).toEqual(['works-again fails'])
  await runCalendarAt('2026-01-15T10:00:50+08:00', entries)
  expect(runs.splice(0)).toEqual(['fails'])
  await runCalendarAt('2026-01-16T10:00:00+08:00', entries)
  expect(runs).toEqual(['fails', 'passes'])
})

it('logs a check that keeps failing at growing intervals up to an hour, another error at once, and the recovery', async () => {
  const { runCalendarAt } = await setUp('2026-01-14T12:00:00+08:00')
  let attempts = 0
  let error: string | null = 'database is locked'
  const run = async () => {
    attempts += 1
    if (error) throw new Error(error)
  }
  const entries: readonly CalendarEntry[] = [{ job: 'fails', schedule: '0 0 10 * * *', period: null, run }]
  await runCalendarAt('2026-01-14T12:00:00+08:00', entries)
  const startedAt = Date.parse('2026-01-15T10:00:00+08:00')
  let seconds = 0
  /** Runs every 15 s for so many minutes, and returns the minutes at which something was logged. */
  const runFor = async (minutes: number) => {
    const messages: string[] = []
    for (const end = seconds + minutes * 60; seconds < end; seconds += 15) {
      const lines = await runCalendarAt(new Date(startedAt + seconds * 1000).toISOString(), entries)
      messages.push(...lines.map((line) => `${seconds / 60} ${line}`))
    }
    return messages
  }
  const failed = (...minutes: readonly number[]) => minutes.map((minute) => `${minute} job-failed fails`)
  expect(await runFor(200)).toEqual(failed(0, 1, 3, 7, 15, 31, 63, 123, 183))
  error = 'disk is full'
  expect(await runFor(5)).toEqual(failed(200, 201, 203))
  expect(attempts).toBe(205 * 4)
  error = null
  expect(await runFor(60)).toEqual(['205 works-again fails'])
  expect(attempts).toBe(205 * 4 + 1)
})

it('remembers between runs what it logged, while a scheduler runs', async () => {
  const { company, ports, runCalendarAt, log } = await setUp('2026-01-14T12:00:00+08:00')
  await runCalendarAt('2026-01-14T12:00:00+08:00')
  ports.clock.set('2026-01-14T12:01:00+08:00')
  const abort = new AbortController()
  let runCount = 0
  const waves = async () => {
    runCount += 1
    if (runCount === 20) abort.abort()
    throw new Error('database is locked')
  }
  const store = { ...company.store, survey: { ...company.store.survey, waves } }
  const schedulerPorts = schedulerParts({ ...company, store }, ports.clock, outboxFolderTransport(company.folder))
  await runScheduler({ ...schedulerPorts, sleep: () => sleep(1), log: ports.log }, abort.signal)
  expect(log.filter(({ job }) => job === 'close-waves')).toMatchObject([{ event: 'job-failed', times: 1 }])
})

it('continues an interrupted deletion when its lease is over, not a night later', async () => {
  const { company, runCalendarAt } = await setUp('2026-02-01T00:01:00+08:00')
  await bringTravelers(company, 5)
  await runCalendarAt('2026-02-01T00:01:30+08:00')
  const { rows, run } = company.database
  const travelers = () => rows('SELECT count(*) AS n FROM traveler')
  await runCalendarAt('2026-11-30T23:59:30+08:00')
  await run(({ engine }) =>
    engine === 'sqlite'
      ? `CREATE TRIGGER broken BEFORE DELETE ON traveler BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`
      : `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''disk I/O error''; END';
         CREATE TRIGGER broken BEFORE DELETE ON traveler FOR EACH ROW EXECUTE FUNCTION broken()`,
  )
  expect(await runCalendarAt('2026-12-01T03:00:05+08:00')).toContain('job-failed delete-what-is-due')
  await run(({ engine }) => (engine === 'sqlite' ? 'DROP TRIGGER broken' : 'DROP TRIGGER broken ON traveler'))
  // It waits for its lease: not tried, so not recovered.
  expect(await runCalendarAt('2026-12-01T03:00:20+08:00')).toEqual([])
  expect(await travelers()).toEqual([{ n: 5 }])
  expect(await runCalendarAt('2026-12-01T04:00:20+08:00')).toEqual([
    'deleted-what-was-due',
    'works-again delete-what-is-due',
  ])
  expect(await travelers()).toEqual([{ n: 0 }])
  expect(await runCalendarAt('2026-12-01T05:00:20+08:00')).toEqual([])
})
