import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { Cron } from 'croner'

interface DatedEntry {
  readonly job: string
  readonly schedule: string
  readonly period: ((at: Instant, timeZone: string) => PeriodKey) | null
}

export interface Due<E> {
  readonly entry: E
  /** Null for a check. */
  readonly period: PeriodKey | null
  readonly at: Instant
}

/** An entry with more dates than this in one run is a check, which runs once; periodic dates are months apart. */
const MAX_DUE = 10_000

/**
 * Entries due after their job's last run and up to `now`, oldest first: each period once (by its first date), a check
 * once. Empty if the clock was set back: the next run recognizes repeated entries by their period.
 */
export function due<E extends DatedEntry>(
  entries: readonly E[],
  lastLookOf: (job: string) => Instant,
  now: Instant,
  timeZone: string,
): readonly Due<E>[] {
  return entries.flatMap((entry) => dueOf(entry, lastLookOf(entry.job), now, timeZone)).sort((a, b) => a.at - b.at)
}

function dueOf<E extends DatedEntry>(entry: E, lastLook: Instant, now: Instant, timeZone: string): readonly Due<E>[] {
  const cron = new Cron(entry.schedule, { timezone: timeZone, paused: true })
  const dueByPeriod = new Map<PeriodKey | null, Due<E>>()
  let at = cron.nextRun(new Date(lastLook))?.getTime() ?? Number.POSITIVE_INFINITY
  for (let dates = 0; at <= now && dates < MAX_DUE; dates += 1) {
    const period = entry.period ? entry.period(at, timeZone) : null
    if (!dueByPeriod.has(period)) dueByPeriod.set(period, { entry, period, at })
    if (entry.period === null) break
    at = cron.nextRun(new Date(at))?.getTime() ?? Number.POSITIVE_INFINITY
  }
  return [...dueByPeriod.values()]
}

/** The first date of an entry after `now`; null if there is none. */
export function nextDate({ schedule }: Pick<DatedEntry, 'schedule'>, now: Instant, timeZone: string): Instant | null {
  return new Cron(schedule, { timezone: timeZone, paused: true }).nextRun(new Date(now))?.getTime() ?? null
}
