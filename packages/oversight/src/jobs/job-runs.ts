import { recordOf } from '@wayproof/database/prisma/stored-record'
import { isUniqueConflict } from '@wayproof/database/prisma/unique-conflict'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'

/** A run that a scheduler has claimed until its lease ends; `finish` checks the fence. */
export interface ClaimedRun {
  readonly job: string
  readonly period: PeriodKey
  /** The planned time. */
  readonly at: Instant
  readonly late: boolean
  readonly fence: number
}

/**
 * The planned run of each job and period, with its outcome. Each (job, period) runs once, even with several schedulers.
 */
export interface JobRuns {
  /** Claims a run, also one whose lease has ended; null if it is finished or another scheduler has claimed it. */
  claimRun(
    job: string,
    period: PeriodKey,
    at: Instant,
    now: Instant,
    leaseUntil: Instant,
    late: boolean,
  ): Promise<ClaimedRun | null>
  /** False if another scheduler has taken the run over. */
  finishRun(run: Pick<ClaimedRun, 'job' | 'period' | 'fence'>, outcome: string, now: Instant): Promise<boolean>
  /** The outcome of a finished run; null if it has not run or is not finished. */
  outcomeOf(job: string, period: PeriodKey): Promise<string | null>
  /** Unfinished runs whose lease has ended. */
  abandoned(now: Instant): Promise<readonly Pick<ClaimedRun, 'job' | 'period' | 'at' | 'late'>[]>
  /** The moment up to which each job of the calendar has been carried out; no entry before its first look. */
  lastLooks(): Promise<ReadonlyMap<string, Instant>>
  recordLooks(jobs: readonly string[], at: Instant): Promise<void>
}

/** The calendar's own rows in the table, one for each job: they are not runs and never finish. */
const LOOK = 'calendar'

const CLAIMED = { job: true, period: true, at: true, late: true, fence: true } as const

export function jobRunStore(database: RecordDatabase): JobRuns {
  return {
    async claimRun(job, period, at, now, leaseUntil, late) {
      const { jobRun } = await database.records()
      const lease = { leaseUntil: new Date(leaseUntil) }
      const [abandoned] = await jobRun.updateManyAndReturn({
        where: { job, period, finishedAt: null, leaseUntil: { lt: new Date(now) } },
        data: { ...lease, fence: { increment: 1 } },
        select: CLAIMED,
      })
      if (abandoned) return recordOf<ClaimedRun>(abandoned)
      const run = { job, period, at, late, fence: 1 }
      try {
        await jobRun.create({ data: { ...run, at: new Date(at), ...lease } })
        return run
      } catch (error) {
        if (isUniqueConflict(error)) return null
        throw error
      }
    },

    async finishRun(run, outcome, now) {
      const { jobRun } = await database.records()
      const { job, period, fence } = run
      const data = { finishedAt: new Date(now), outcome, leaseUntil: null }
      return (await jobRun.updateMany({ where: { job, period, fence, finishedAt: null }, data })).count === 1
    },

    async outcomeOf(job, period) {
      const { jobRun } = await database.records()
      const where = { job_period: { job, period }, finishedAt: { not: null } }
      return (await jobRun.findUnique({ where }))?.outcome ?? null
    },

    async abandoned(now) {
      const { jobRun } = await database.records()
      const { fence: _, ...select } = CLAIMED
      const expiredRuns = await jobRun.findMany({
        where: { finishedAt: null, leaseUntil: { lt: new Date(now) } },
        orderBy: [{ at: 'asc' }, { job: 'asc' }, { period: 'asc' }],
        select,
      })
      return expiredRuns.map(recordOf<Omit<ClaimedRun, 'fence'>>)
    },

    async lastLooks() {
      const { jobRun } = await database.records()
      const runs = await jobRun.findMany({ where: { job: LOOK }, orderBy: { period: 'asc' } })
      return new Map(runs.map(({ period: job, at }) => [job, at.getTime()]))
    },

    recordLooks: (jobs, now) =>
      database.transaction(async ({ records: { jobRun } }) => {
        const at = new Date(now)
        const where = { job: LOOK, period: { in: [...jobs] } }
        if ((await jobRun.updateMany({ where, data: { at } })).count === jobs.length) return
        const recorded = await jobRun.findMany({ where, select: { period: true } })
        const missing = jobs.filter((job) => !recorded.some(({ period }) => period === job))
        await jobRun.createMany({ data: missing.map((period) => ({ job: LOOK, period, at })) })
      }),
  }
}
