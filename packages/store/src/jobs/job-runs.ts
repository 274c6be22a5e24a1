import type { Instant, PeriodKey } from '@wayproof/kernel'
import { recordOf } from '../engine/prisma/stored-record.ts'
import { isUniqueConflict } from '../engine/prisma/unique-conflict.ts'
import type { RecordDatabase } from '../engine/record-database.ts'

/** A run in a scheduler's hands until its lease ends; `finish` carries the fence. */
export interface ClaimedRun {
  readonly job: string
  readonly period: PeriodKey
  /** When the calendar had it. */
  readonly at: Instant
  readonly late: boolean
  readonly fence: number
}

/** What was planned for a period, and whether it was done: each (job, period) runs once, whoever is watching. */
export interface JobRuns {
  /** The run, or null when another has it in hands or it is finished. A run whose lease has ended is taken over. */
  claimRun(
    job: string,
    period: PeriodKey,
    at: Instant,
    now: Instant,
    leaseUntil: Instant,
    late: boolean,
  ): Promise<ClaimedRun | null>
  /** False when the run was taken over meanwhile. */
  finishRun(run: Pick<ClaimedRun, 'job' | 'period' | 'fence'>, outcome: string, now: Instant): Promise<boolean>
  /** What a finished run came to; null when it was never run or is not finished. */
  outcomeOf(job: string, period: PeriodKey): Promise<string | null>
  /** Runs that were begun and not finished, their lease over. */
  abandoned(now: Instant): Promise<readonly Pick<ClaimedRun, 'job' | 'period' | 'at' | 'late'>[]>
  /** Up to where each job of the calendar has been carried out; none before its first look. */
  lastLooks(): Promise<ReadonlyMap<string, Instant>>
  looked(jobs: readonly string[], at: Instant): Promise<void>
}

/** The calendar's own rows in the table, one a job: no runs, and never finished. */
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
      const found = await jobRun.findMany({
        where: { finishedAt: null, leaseUntil: { lt: new Date(now) } },
        orderBy: [{ at: 'asc' }, { job: 'asc' }, { period: 'asc' }],
        select,
      })
      return found.map(recordOf<Omit<ClaimedRun, 'fence'>>)
    },

    async lastLooks() {
      const { jobRun } = await database.records()
      const found = await jobRun.findMany({ where: { job: LOOK }, orderBy: { period: 'asc' } })
      return new Map(found.map(({ period: job, at }) => [job, at.getTime()]))
    },

    looked: (jobs, now) =>
      database.transaction(async ({ records: { jobRun } }) => {
        const at = new Date(now)
        for (const period of jobs) {
          const where = { job_period: { job: LOOK, period } }
          await jobRun.upsert({ where, create: { job: LOOK, period, at }, update: { at } })
        }
      }),
  }
}
