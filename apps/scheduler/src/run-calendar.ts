import type { Instant, PeriodKey } from '@wayproof/kernel'
import { type CalendarEntry, calendar, type PeriodicEntry } from './calendar.ts'
import { due } from './due.ts'
import type { CalendarPorts } from './scheduler-ports.ts'

const LEASE_MS = 10 * 60_000
const LATE_AFTER_MS = 5 * 60_000

/**
 * One look at the calendar: carries out what has become due since the last one, by whichever scheduler, and what a
 * stopped scheduler left half done. The first look of an installation only notes the time: nothing was missed before.
 */
export async function runCalendar(ports: CalendarPorts, entries: readonly CalendarEntry[] = calendar): Promise<void> {
  const { jobRuns } = ports.store
  const now = ports.clock.now()
  const looked = (await jobRuns.lastLook()) ?? now
  for (const { entry, period, at } of due(entries, looked, now, ports.timeZone)) {
    if (entry.period === null) await carefully(ports, entry.job, () => entry.run(ports))
    else await carryOut(ports, entry, period ?? '', at)
  }
  for (const { job, period, at } of await jobRuns.abandoned(now)) {
    const entry = entries.find((candidate) => candidate.job === job)
    if (entry?.period) await carryOut(ports, entry, period, at)
  }
  await jobRuns.looked(now)
}

/** Runs an entry for a period if nobody has or is just doing so. What throws is taken up again after the lease. */
async function carryOut(ports: CalendarPorts, entry: PeriodicEntry, period: PeriodKey, at: Instant): Promise<void> {
  const { clock, store, log } = ports
  const { job } = entry
  const now = clock.now()
  const run = await store.jobRuns.claimRun(job, period, at, now, now + LEASE_MS, now - at > LATE_AFTER_MS)
  if (!run) return
  await carefully(ports, job, async () => {
    const outcome = await entry.run(ports, { period, at, now })
    await store.jobRuns.finishRun(run, outcome, clock.now())
    log({ event: 'job-done', job, period, outcome, late: run.late })
  })
}

async function carefully({ log }: CalendarPorts, job: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log({ event: 'job-failed', job, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
