import type { Prisma, JobResult as Row } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addDays, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import {
  continues,
  JOB_RESULT_DAYS,
  type JobResult,
  type JobRunResult,
  type PlannedRun,
} from '@wayproof/oversight/services/job-result'
import type { JobResultStore } from '@wayproof/oversight/services/ports'

const DAY_MS = 86_400_000
/** More than the jobs of the calendar can fill in a day. */
const MOST_RESULTS = 2_000

/** Results of the calendar's jobs, and their next runs. */
export function jobResultStore(database: RecordDatabase, { timeZone }: { readonly timeZone: string }): JobResultStore {
  return {
    record: async (results, planned, now, isResumed) => {
      if (results.length === 0) return
      await database.transaction(async ({ records }) => {
        await addResults(records, results, { now, isResumed, timeZone })
        // Another scheduler has usually planned the same.
        if (isPlanned(planned, await plannedRuns(records))) return
        await records.plannedRun.deleteMany()
        await records.plannedRun.createMany({ data: planned.map(({ job, at }) => ({ job, at: new Date(at) })) })
      })
    },

    planned: async () => plannedRuns(await database.records()),

    resultsOn: async (day, zone) => {
      const from = new Date(momentOn(day, 0, zone))
      const until = new Date(momentOn(addDays(day, 1), 0, zone))
      const { jobResult } = await database.records()
      const rows = await jobResult.findMany({
        where: { lastAt: { gte: from, lt: until } },
        orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
        take: MOST_RESULTS,
      })
      return rows.map(resultOf)
    },

    newest: async () => (await newestResults(await database.records())).map(resultOf),
  }
}

interface Look {
  readonly now: Instant
  readonly isResumed: boolean
  readonly timeZone: string
}

/** Continues the newest result of a job on the same day, or begins another. */
async function addResults(
  { jobResult }: Pick<Prisma.TransactionClient, 'jobResult'>,
  results: readonly JobRunResult[],
  { now, isResumed, timeZone }: Look,
): Promise<void> {
  const at = new Date(now)
  const today = dateAt(now, timeZone)
  const newest = await newestResults(
    { jobResult },
    results.map(({ job }) => job),
  )
  const isToday = ({ lastAt }: JobResult) => now >= lastAt && dateAt(lastAt, timeZone) === today
  const lastOf = (run: JobRunResult) => {
    const last = newest.find(({ job }) => job === run.job)
    return last && !isResumed && isToday(resultOf(last)) && continues(resultOf(last), run) ? last : null
  }
  const continued = results.flatMap((run) => lastOf(run)?.id ?? [])
  const begun = results.filter((run) => lastOf(run) === null)
  if (continued.length > 0)
    await jobResult.updateMany({ where: { id: { in: continued } }, data: { lastAt: at, times: { increment: 1 } } })
  if (begun.length > 0)
    await jobResult.createMany({ data: begun.map((run) => ({ ...run, firstAt: at, lastAt: at, times: 1 })) })
  if (newest.some((last) => !isToday(resultOf(last))))
    await jobResult.deleteMany({ where: { lastAt: { lt: new Date(now - JOB_RESULT_DAYS * DAY_MS) } } })
}

async function plannedRuns({
  plannedRun,
}: Pick<Prisma.TransactionClient, 'plannedRun'>): Promise<readonly PlannedRun[]> {
  const runs = await plannedRun.findMany({ orderBy: [{ at: 'asc' }, { job: 'asc' }] })
  return runs.map(({ job, at }) => ({ job, at: at.getTime() }))
}

const isPlanned = (runs: readonly PlannedRun[], planned: readonly PlannedRun[]): boolean =>
  runs.length === planned.length &&
  runs.every(({ job, at }) => planned.some((other) => other.job === job && other.at === at))

/** The newest result of each job, or of these. */
async function newestResults(
  { jobResult }: Pick<Prisma.TransactionClient, 'jobResult'>,
  jobs?: readonly string[],
): Promise<readonly Row[]> {
  const where = jobs ? { job: { in: [...jobs] } } : {}
  const ids = await jobResult.groupBy({ by: ['job'], where, _max: { id: true } })
  const newest = ids.flatMap(({ _max: { id } }) => (id === null ? [] : [id]))
  return jobResult.findMany({ where: { id: { in: newest } }, orderBy: { job: 'asc' } })
}

const resultOf = ({ id: _, ...record }: Row): JobResult => recordOf<JobResult>(record)
