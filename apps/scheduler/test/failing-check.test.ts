import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard'
import SQLite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import type { CalendarEntry } from '../src/calendar.ts'
import { runCalendar } from '../src/run-calendar.ts'
import { bringTravelers, company, ring, setClock, timeZone } from './company.ts'

async function house(at: string) {
  const clock = setClock(at)
  const made = await company(clock)
  const log: Readonly<Record<string, unknown>>[] = []
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES }
  const ports = { ...machine, store: made.store, log: (entry: (typeof log)[number]) => void log.push(entry) }
  const look = async (time: string, entries?: readonly CalendarEntry[]) => {
    clock.set(time)
    await runCalendar(ports, entries)
    return log.splice(0).map(({ event, job }) => (job ? `${event} ${job}` : event))
  }
  return { made, look }
}

it('asks a check that threw again at each look until it passes, and no other one', async () => {
  const { look } = await house('2026-01-14T12:00:00+08:00')
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
  expect(await look('2026-01-15T10:00:20+08:00', entries)).toEqual(['job-failed fails'])
  expect(asked.splice(0)).toEqual(['fails', 'passes', 'fails'])
  broken = false
  expect(await look('2026-01-15T10:00:35+08:00', entries)).toEqual([])
  await look('2026-01-15T10:00:50+08:00', entries)
  expect(asked.splice(0)).toEqual(['fails'])
  await look('2026-01-16T10:00:00+08:00', entries)
  expect(asked).toEqual(['fails', 'passes'])
})

it('takes up the deletion of the day again that broke off, when its lease is over and not a night later', async () => {
  const { made, look } = await house('2026-02-01T00:01:00+08:00')
  await bringTravelers(made, 5)
  await look('2026-02-01T00:01:30+08:00')
  const disk = new SQLite(made.file)
  onTestFinished(() => void disk.close())
  await look('2026-11-30T23:59:30+08:00')
  disk.exec(`CREATE TRIGGER broken BEFORE DELETE ON traveler BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`)
  expect(await look('2026-12-01T03:00:05+08:00')).toContain('job-failed delete-what-is-due')
  disk.exec('DROP TRIGGER broken')
  expect(await look('2026-12-01T03:00:20+08:00')).toEqual([])
  expect(disk.prepare('SELECT count(*) AS n FROM traveler').get()).toEqual({ n: 5 })
  expect(await look('2026-12-01T04:00:20+08:00')).toEqual(['deleted-what-was-due'])
  expect(disk.prepare('SELECT count(*) AS n FROM traveler').get()).toEqual({ n: 0 })
  expect(await look('2026-12-01T05:00:20+08:00')).toEqual([])
})
