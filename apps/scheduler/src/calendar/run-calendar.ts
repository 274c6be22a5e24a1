import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { REPEATED_WORK } from '@wayproof/letters/questions/officer-question'
import type { JobRunResult } from '@wayproof/oversight/services/job-result'
import { SILENT_AFTER_MS } from '@wayproof/oversight/services/service'
import { Cron } from 'croner'
import { failureLog } from '../health/failure-log.ts'
import type { CalendarPorts, LookPorts } from '../scheduler-ports.ts'
import { type CalendarEntry, type CheckEntry, calendar, type PeriodicEntry, UNFINISHED } from './calendar.ts'

/** The ports of its jobs, and those that report a failing job. */
type TriedPorts = CalendarPorts & Pick<LookPorts, 'failing' | 'figures'>

const LEASE_MS = 10 * 60_000
const LATE_AFTER_MS = 5 * 60_000
/** Maximum length of a stored error. */
const MOST_ERROR_CHARACTERS = 200

/**
 * Runs the calendar once, if the clock is trusted: everything that became due since the last run of any scheduler, and
 * what a stopped scheduler left unfinished. A failing job stops no other one and is due again at the next run. The
 * first run of an installation only stores the time, because nothing was missed before. Returns false if the clock is in
 * doubt and nothing ran.
 */
export async function runCalendar(
  { clockGuard, ...lookPorts }: LookPorts,
  entries: readonly CalendarEntry[] = calendar,
): Promise<boolean> {
  if (!(await clockGuard.check())) return false
  const ports: TriedPorts = { ...lookPorts, clock: clockGuard.clock }
  const { jobRuns } = ports.store
  const now = ports.clock.now()
  const lastLooks = await jobRuns.lastLooks()
  const results: JobRunResult[] = []
  const toRunAgain = new Set<string>()
  // Missed dates are not caught up: they were about made-up records.
  const hasSample = (await ports.store.sampleData.state(now)) !== null
  const runsNow = ({ besideSample = false }: CalendarEntry) => besideSample || !hasSample
  for (const { entry, period, at } of due(entries, (job) => lastLooks.get(job) ?? now, now, ports.timeZone)) {
    const { job } = entry
    if (!runsNow(entry)) continue
    const result =
      entry.period === null
        ? await carefully(ports, { job }, () => entry.run(ports))
        : await carefully(ports, { job, period: period ?? '' }, () => runEntry(ports, entry, period ?? '', at))
    results.push(result)
    // A failed run for a period is repeated after its lease.
    if (period === null && isUnfinished(result)) toRunAgain.add(job)
  }
  for (const { job, period, at } of await jobRuns.abandoned(now)) {
    const entry = entries.find((candidate) => candidate.job === job)
    if (entry?.period && runsNow(entry))
      results.push(await carefully(ports, { job, period }, () => runEntry(ports, entry, period, at)))
  }
  await jobRuns.recordLooks(
    entries.map(({ job }) => job).filter((job) => !toRunAgain.has(job)),
    now,
  )
  ports.figures?.countRuns(results)
  const lastLook = Math.max(...lastLooks.values())
  await recordRuns(ports, entries, { results, now, isResumed: now - lastLook > SILENT_AFTER_MS })
  return true
}

const isUnfinished = ({ outcome }: JobRunResult): boolean => outcome === 'unfinished' || outcome === 'failed'

interface Runs {
  readonly results: readonly JobRunResult[]
  readonly now: Instant
  /** True after an outage. */
  readonly isResumed: boolean
}

/** Records what ran, and when each job runs next. */
async function recordRuns(
  { store: { jobResults }, timeZone }: CalendarPorts,
  entries: readonly CalendarEntry[],
  { results, now, isResumed }: Runs,
): Promise<void> {
  if (results.length === 0) return
  const planned = entries.flatMap((entry) => {
    const at = nextDate(entry, now, timeZone)
    return at === null ? [] : [{ job: entry.job, at }]
  })
  await jobResults.record(results, planned, now, isResumed)
}

/** The run of a period belongs to another scheduler, or is done: it says nothing about earlier failures. */
const NOT_OURS = Symbol('not ours')

/** Runs an entry for a period unless it is done or in progress. A failed one is retried after the lease. */
async function runEntry(
  ports: TriedPorts,
  entry: PeriodicEntry,
  period: PeriodKey,
  at: Instant,
): Promise<number | typeof NOT_OURS> {
  const { clock, store, log } = ports
  const { job } = entry
  const now = clock.now()
  const run = await store.jobRuns.claimRun(job, period, at, now, now + LEASE_MS, now - at > LATE_AFTER_MS)
  if (!run) return NOT_OURS
  const outcome = await entry.run(ports, { period, at, now })
  await store.jobRuns.finishRun(run, outcome, clock.now())
  log({ event: 'job-done', job, period, outcome, late: run.late })
  return 1
}

/** Runs the work of a job, and returns its result; a failure is logged, and told to those who watch repeated work. */
async function carefully(
  ports: TriedPorts,
  context: { readonly job: string; readonly period?: PeriodKey },
  work: () => ReturnType<CheckEntry['run']>,
): Promise<JobRunResult> {
  const { failures = failureLog(ports), failing } = ports
  const { job } = context
  const name = REPEATED_WORK.find((repeated) => repeated === job)
  const line = { event: 'job-failed', ...context }
  try {
    const count = await work()
    if (count === UNFINISHED) return { job, outcome: 'unfinished', count: null, error: null }
    if (count === NOT_OURS) return { job, outcome: 'nothing', count: 0, error: null }
    failures.worked(line)
    if (name) await failing?.worked(name, false)
    if (typeof count !== 'number') return { job, outcome: 'done', count: null, error: null }
    return { job, outcome: count === 0 ? 'nothing' : 'done', count, error: null }
  } catch (error) {
    failures.failed(line, error)
    if (name) await failing?.failed(name, error)
    const text = error instanceof Error ? error.message : String(error)
    return { job, outcome: 'failed', count: null, error: text.slice(0, MOST_ERROR_CHARACTERS) }
  }
}

interface DatedEntry {
  readonly job: string
  readonly schedule: string
  readonly period: ((at: Instant, timeZone: string) => PeriodKey) | null
}

interface Due<E> {
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
function nextDate({ schedule }: Pick<DatedEntry, 'schedule'>, now: Instant, timeZone: string): Instant | null {
  return new Cron(schedule, { timezone: timeZone, paused: true }).nextRun(new Date(now))?.getTime() ?? null
}
