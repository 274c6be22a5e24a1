import type { Instant, PeriodKey } from '@wayproof/kernel'
import { REPEATED_WORK } from '@wayproof/letters'
import { failureLog } from '../health/failure-log.ts'
import type { CalendarPorts, LookPorts } from '../scheduler-ports.ts'
import { type CalendarEntry, calendar, type PeriodicEntry } from './calendar.ts'
import { due } from './due.ts'
import { UNFINISHED } from './unfinished.ts'

/** The ports of its jobs, and those that report a failing job. */
type TriedPorts = CalendarPorts & Pick<LookPorts, 'failing'>

const LEASE_MS = 10 * 60_000
const LATE_AFTER_MS = 5 * 60_000

/**
 * Runs the calendar once, if the clock is trusted: everything that became due since the last run of any scheduler, and
 * what a stopped scheduler left unfinished. A failing job stops no other one and is due again at the next run. The
 * first run of an installation only stores the time, because nothing was missed before.
 */
export async function runCalendar(
  { clockGuard, ...lookPorts }: LookPorts,
  entries: readonly CalendarEntry[] = calendar,
): Promise<void> {
  if (!(await clockGuard.check())) return
  const ports: TriedPorts = { ...lookPorts, clock: clockGuard.clock }
  const { jobRuns } = ports.store
  const now = ports.clock.now()
  const lastLooks = await jobRuns.lastLooks()
  const toAskAgain = new Set<string>()
  for (const { entry, period, at } of due(entries, (job) => lastLooks.get(job) ?? now, now, ports.timeZone)) {
    const run = () => (entry.period === null ? entry.run(ports) : runEntry(ports, entry, period ?? '', at))
    if ((await carefully(ports, { job: entry.job }, run)) === UNFINISHED) toAskAgain.add(entry.job)
  }
  for (const { job, period, at } of await jobRuns.abandoned(now)) {
    const entry = entries.find((candidate) => candidate.job === job)
    if (entry?.period) await carefully(ports, { job }, () => runEntry(ports, entry, period, at))
  }
  await jobRuns.recordLooks(
    entries.map(({ job }) => job).filter((job) => !toAskAgain.has(job)),
    now,
  )
}

/** Runs an entry for a period unless it is done or in progress. A failed one is retried after the lease. */
async function runEntry(ports: TriedPorts, entry: PeriodicEntry, period: PeriodKey, at: Instant): Promise<void> {
  const { clock, store, log } = ports
  const { job } = entry
  const now = clock.now()
  const run = await store.jobRuns.claimRun(job, period, at, now, now + LEASE_MS, now - at > LATE_AFTER_MS)
  if (!run) return
  await carefully(ports, { job, period }, async () => {
    const outcome = await entry.run(ports, { period, at, now })
    await store.jobRuns.finishRun(run, outcome, clock.now())
    log({ event: 'job-done', job, period, outcome, late: run.late })
  })
}

/** Result of the work; UNFINISHED if it threw. */
async function carefully(
  ports: TriedPorts,
  context: { readonly job: string; readonly period?: PeriodKey },
  work: () => Promise<unknown>,
): Promise<unknown> {
  const { failures = failureLog(ports), failing } = ports
  const name = REPEATED_WORK.find((job) => job === context.job)
  const line = { event: 'job-failed', ...context }
  try {
    const outcome = await work()
    // The unfinished work may not even have been tried.
    if (outcome !== UNFINISHED) {
      failures.worked(line)
      if (name) await failing?.worked(name, false)
    }
    return outcome
  } catch (error) {
    failures.failed(line, error)
    if (name) await failing?.failed(name, error)
    return UNFINISHED
  }
}
