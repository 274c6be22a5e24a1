import type { Instant } from '@wayproof/kernel/clock'
import type { Log } from '@wayproof/kernel/operation-log'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import type { JobRunResult } from '@wayproof/oversight/services/job-result'
import { RULES } from '@wayproof/scorecard/rules'
import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '../src/calendar/calendar.ts'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { guardOf, invite, openCompany, ring, setClock, timeZone, urls } from './company.ts'

type Entry = Readonly<Record<string, unknown>>

const ports = (
  store: Awaited<ReturnType<typeof openCompany>>['store'],
  clock: { now(): Instant },
  log: Log = () => undefined,
) => ({
  store,
  clock,
  clockGuard: guardOf(store),
  ids: systemIds,
  tokens: systemTokens,
  keyring: ring,
  timeZone,
  rules: RULES,
  urls,
  log,
})

/**
 * Two schedulers of one company that run at the same moment; returns what both logged of `event` since the last run.
 */
async function twoSchedulers(at: string) {
  const clock = setClock(at)
  const company = await openCompany(clock)
  const stores = [company.store, await company.openSecondStore()]
  const log: Entry[] = []
  const runCalendarAt = async (time: string, event: string, entries?: readonly CalendarEntry[]) => {
    clock.set(time)
    await Promise.all(
      stores.map((store) =>
        runCalendar(
          ports(store, clock, (entry) => log.push(entry)),
          entries,
        ),
      ),
    )
    return log.splice(0).filter((entry) => entry.event === event)
  }
  return { company, runCalendarAt }
}

describe('the calendar', () => {
  it('does not catch up what was due before the installation', async () => {
    const clock = setClock('2026-01-15T10:00:00+08:00')
    const { store } = await openCompany(clock)
    const log: Entry[] = []
    await runCalendar(ports(store, clock, (entry) => log.push(entry)))
    await runCalendar(ports(store, clock, (entry) => log.push(entry)))
    expect(log).toEqual([])
  })

  it('runs a date once although two schedulers run at the same second, on separate connections', async () => {
    const { runCalendarAt } = await twoSchedulers('2026-01-14T12:00:00+08:00')
    let runs = 0
    const countingEntry: CalendarEntry = {
      job: 'count',
      schedule: '0 0 9 * * *',
      period: (at) => new Date(at).toISOString().slice(0, 10),
      run: async () => {
        runs += 1
        return 'counted'
      },
    }
    await runCalendarAt('2026-01-14T12:00:00+08:00', 'job-done', [countingEntry])
    for (let day = 15; day < 25; day += 1)
      expect(await runCalendarAt(`2026-01-${day}T09:00:01+08:00`, 'job-done', [countingEntry])).toHaveLength(1)
    expect(runs).toBe(10)
  })

  it('counts each run of a job for a monitor, whether it worked or not', async () => {
    const clock = setClock('2026-01-14T12:00:00+08:00')
    const { store } = await openCompany(clock)
    const counted: JobRunResult[] = []
    const figures = {
      countLetters: () => undefined,
      countRuns: (results: readonly JobRunResult[]) => void counted.push(...results),
    }
    const entry = (job: string, run: () => Promise<number>): CalendarEntry => ({
      job,
      schedule: '0 0 9 * * *',
      period: null,
      run,
    })
    const entries = [entry('works', async () => 3), entry('fails', () => Promise.reject(new Error('broken')))]
    await runCalendar({ ...ports(store, clock), figures }, entries)
    clock.set('2026-01-15T10:00:00+08:00')
    await runCalendar({ ...ports(store, clock), figures }, entries)
    expect(counted.map(({ job, outcome }) => [job, outcome]).sort()).toEqual([
      ['fails', 'failed'],
      ['works', 'done'],
    ])
  })

  it('neither doubles nor skips when the clock jumps back and forth', async () => {
    const clock = setClock('2026-01-14T12:00:00+08:00')
    const { store } = await openCompany(clock)
    const periods: string[] = []
    const noting: CalendarEntry = {
      job: 'note',
      schedule: '0 0 9 * * *',
      period: (at) => new Date(at).toISOString().slice(0, 10),
      run: async (_, { period }) => String(periods.push(period)),
    }
    const runCalendarAt = async (time: string) => {
      clock.set(time)
      await runCalendar(ports(store, clock), [noting])
    }
    await runCalendarAt('2026-01-14T12:00:00+08:00')
    for (let step = 0; step < 10; step += 1) {
      await runCalendarAt('2026-01-15T10:00:00+08:00')
      await runCalendarAt('2026-01-15T08:00:00+08:00')
    }
    await runCalendarAt('2026-01-17T10:00:00+08:00')
    expect(periods).toEqual(['2026-01-15', '2026-01-16', '2026-01-17'])
  })

  it('continues failed or interrupted work after its lease, and then never again', async () => {
    const clock = setClock('2026-01-14T12:00:00+08:00')
    const { store } = await openCompany(clock)
    let attempts = 0
    const failingEntry: CalendarEntry = {
      job: 'fail-once',
      schedule: '0 0 9 15 * *',
      period: () => '2026-01',
      run: async () => {
        attempts += 1
        if (attempts === 1) throw new Error('broken off')
        return 'done'
      },
    }
    const log: Entry[] = []
    const carried = ports(store, clock, (entry) => log.push(entry))
    const runCalendarAt = async (time: string) => {
      clock.set(time)
      await runCalendar(carried, [failingEntry])
    }
    await runCalendarAt('2026-01-14T12:00:00+08:00')
    await runCalendarAt('2026-01-15T09:00:00+08:00')
    await runCalendarAt('2026-01-15T09:05:00+08:00')
    expect(attempts).toBe(1)
    await runCalendarAt('2026-01-15T09:11:00+08:00')
    await runCalendarAt('2026-01-15T10:00:00+08:00')
    expect(attempts).toBe(2)
    expect(log.map(({ event }) => event)).toEqual(['job-failed', 'job-done'])
  })

  it('closes a wave after its last day, once, also after downtime, and leaves a running one open', async () => {
    const { company, runCalendarAt: lookAt } = await twoSchedulers('2026-01-02T12:00:00+08:00')
    await invite(company, 20)
    const { store } = company
    const runAndLog = (time: string) => lookAt(time, 'wave-closed')
    await runAndLog('2026-01-31T23:59:30+08:00')
    expect((await store.survey.wave('2025-H2'))?.status).toBe('open')
    expect(await runAndLog('2026-03-10T00:01:10+08:00')).toEqual([
      { event: 'wave-closed', period: '2025-H2', outcome: 'unlinked', late: true },
    ])
    expect(await runAndLog('2026-03-10T00:02:10+08:00')).toEqual([])
    expect((await store.survey.wave('2025-H2'))?.status).toBe('unlinked')
  })

  it('deletes at three in the morning what is due, by one scheduler, and catches up after downtime in one run', async () => {
    const { company, runCalendarAt: lookAt } = await twoSchedulers('2026-01-02T12:00:00+08:00')
    await invite(company, 20)
    const { store } = company
    const runAndLog = (time: string) => lookAt(time, 'deleted-what-was-due')
    await runAndLog('2026-02-01T00:01:00+08:00')
    // The last trips were in November 2025.
    expect(await runAndLog('2026-11-30T23:00:00+08:00')).toEqual([])
    expect(await runAndLog('2026-12-01T02:59:59+08:00')).toEqual([])
    const deleted = { event: 'deleted-what-was-due', rows: 60, overwritten: true }
    expect(await runAndLog('2026-12-01T03:00:05+08:00')).toEqual([{ ...deleted, day: '2026-12-01' }])
    expect(await runAndLog('2026-12-20T12:00:00+08:00')).toEqual([])
    expect((await store.retention.proofs()).map(({ table, count }) => [table, count])).toEqual([
      ['letter', 20],
      ['invitation', 20],
      ['traveler', 20],
    ])
  })
})
