import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { outboxFolderTransport } from '@wayproof/letters'
import { RULES } from '@wayproof/scorecard'
import SQLite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import type { CalendarEntry } from '../src/calendar/calendar.ts'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { failureLog } from '../src/health/failure-log.ts'
import { runScheduler } from '../src/scheduler.ts'
import { bringTravelers, company, guardOf, ring, setClock, sleep, timeZone, urls } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

async function startCompany(at: string) {
  const clock = setClock(at)
  const made = await company(clock)
  const log: Readonly<Record<string, unknown>>[] = []
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES, urls }
  const note = (entry: (typeof log)[number]) => void log.push(entry)
  const ports = {
    ...machine,
    store: made.store,
    clockGuard: guardOf(made.store),
    failures: failureLog({ clock, log: note }),
    log: note,
  }
  const look = async (time: string, entries?: readonly CalendarEntry[]) => {
    clock.set(time)
    await runCalendar(ports, entries)
    return log.splice(0).map(({ event, job }) => (job ? `${event} ${job}` : event))
  }
  return { made, ports, look, log }
}

it('repeats a check that threw at each run until it passes, and no other one', async () => {
  const { look } = await startCompany('2026-01-14T12:00:00+08:00')
  const asked: string[] = []
  let broken = true
  const check = (job: string, run: () => void): CalendarEntry => {
    const ask = async () => {
      asked.push(job)
      run()
    }
    return { job, when: '0 0 10 * * *', period: null, run: ask }
  }
  const fails = check('fails', () => {
    if (broken) throw new Error('database is locked')
  })
  const entries = [fails, check('passes', () => undefined)]
  await look('2026-01-14T12:00:00+08:00', entries)
  expect(await look('2026-01-15T10:00:05+08:00', entries)).toEqual(['job-failed fails'])
  expect(await look('2026-01-15T10:00:20+08:00', entries)).toEqual([])
  expect(asked.splice(0)).toEqual(['fails', 'passes', 'fails'])
  broken = false
  expect(await look('2026-01-15T10:00:35+08:00', entries)).toEqual(['works-again fails'])
  await look('2026-01-15T10:00:50+08:00', entries)
  expect(asked.splice(0)).toEqual(['fails'])
  await look('2026-01-16T10:00:00+08:00', entries)
  expect(asked).toEqual(['fails', 'passes'])
})

it('logs a check that keeps failing at growing intervals up to an hour, another error at once, and the recovery', async () => {
  const { look } = await startCompany('2026-01-14T12:00:00+08:00')
  let tries = 0
  let error: string | null = 'database is locked'
  const run = async () => {
    tries += 1
    if (error) throw new Error(error)
  }
  const entries: readonly CalendarEntry[] = [{ job: 'fails', when: '0 0 10 * * *', period: null, run }]
  await look('2026-01-14T12:00:00+08:00', entries)
  const begun = Date.parse('2026-01-15T10:00:00+08:00')
  let seconds = 0
  /** Runs every 15 s for so many minutes, and returns the minutes at which something was logged. */
  const looks = async (minutes: number) => {
    const told: string[] = []
    for (const end = seconds + minutes * 60; seconds < end; seconds += 15) {
      const lines = await look(new Date(begun + seconds * 1000).toISOString(), entries)
      told.push(...lines.map((line) => `${seconds / 60} ${line}`))
    }
    return told
  }
  const failed = (...minutes: readonly number[]) => minutes.map((minute) => `${minute} job-failed fails`)
  expect(await looks(200)).toEqual(failed(0, 1, 3, 7, 15, 31, 63, 123, 183))
  error = 'disk is full'
  expect(await looks(5)).toEqual(failed(200, 201, 203))
  expect(tries).toBe(205 * 4)
  error = null
  expect(await looks(60)).toEqual(['205 works-again fails'])
  expect(tries).toBe(205 * 4 + 1)
})

it('remembers between runs what it logged, while a scheduler runs', async () => {
  const { made, ports, look, log } = await startCompany('2026-01-14T12:00:00+08:00')
  await look('2026-01-14T12:00:00+08:00')
  ports.clock.set('2026-01-14T12:01:00+08:00')
  const stopping = new AbortController()
  let looks = 0
  const waves = async () => {
    looks += 1
    if (looks === 20) stopping.abort()
    throw new Error('database is locked')
  }
  const store = { ...made.store, survey: { ...made.store.survey, waves } }
  const parts = schedulerParts({ ...made, store }, ports.clock, outboxFolderTransport(made.folder))
  await runScheduler({ ...parts, sleep: () => sleep(1), log: ports.log }, stopping.signal)
  expect(log.filter(({ job }) => job === 'close-waves')).toMatchObject([{ event: 'job-failed', times: 1 }])
})

it('continues an interrupted deletion when its lease is over, not a night later', async () => {
  const { made, look } = await startCompany('2026-02-01T00:01:00+08:00')
  await bringTravelers(made, 5)
  await look('2026-02-01T00:01:30+08:00')
  const disk = new SQLite(made.file)
  onTestFinished(() => void disk.close())
  await look('2026-11-30T23:59:30+08:00')
  disk.exec(`CREATE TRIGGER broken BEFORE DELETE ON traveler BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`)
  expect(await look('2026-12-01T03:00:05+08:00')).toContain('job-failed delete-what-is-due')
  disk.exec('DROP TRIGGER broken')
  // It waits for its lease: not tried, so not recovered.
  expect(await look('2026-12-01T03:00:20+08:00')).toEqual([])
  expect(disk.prepare('SELECT count(*) AS n FROM traveler').get()).toEqual({ n: 5 })
  expect(await look('2026-12-01T04:00:20+08:00')).toEqual(['deleted-what-was-due', 'works-again delete-what-is-due'])
  expect(disk.prepare('SELECT count(*) AS n FROM traveler').get()).toEqual({ n: 0 })
  expect(await look('2026-12-01T05:00:20+08:00')).toEqual([])
})
