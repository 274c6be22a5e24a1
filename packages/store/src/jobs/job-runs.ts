import type { Instant, PeriodKey } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'

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

type RunRow = Omit<ClaimedRun, 'late'> & { late: number }

export function jobRunStore(database: Database): JobRuns {
  return {
    async claimRun(job, period, at, now, leaseUntil, late) {
      const row = await database.write((sql) =>
        sql<RunRow>(`INSERT INTO "job_run" ("job", "period", "at", "late", "lease_until", "fence")
            VALUES (@job, @period, @at, @late, @leaseUntil, 1)
          ON CONFLICT ("job", "period") DO UPDATE SET "lease_until" = @leaseUntil, "fence" = "fence" + 1
            WHERE "finished_at" IS NULL AND "lease_until" < @now
          RETURNING "job", "period", "at", "late", "fence"`).get({
          job,
          period,
          at,
          now,
          leaseUntil,
          late: late ? 1 : 0,
        }),
      )
      return row ? { ...row, late: row.late === 1 } : null
    },

    finishRun: ({ job, period, fence }, outcome, now) =>
      database.write(
        (sql) =>
          sql(`UPDATE "job_run" SET "finished_at" = @now, "outcome" = @outcome, "lease_until" = NULL
            WHERE "job" = @job AND "period" = @period AND "fence" = @fence AND "finished_at" IS NULL`).run({
            job,
            period,
            fence,
            outcome,
            now,
          }).changes === 1,
      ),

    async outcomeOf(job, period) {
      const text = `SELECT "outcome" FROM "job_run" WHERE "job" = ? AND "period" = ? AND "finished_at" IS NOT NULL`
      return database.read<{ outcome: string }>(text).get(job, period)?.outcome ?? null
    },

    async abandoned(now) {
      const text = `SELECT "job", "period", "at", "late" FROM "job_run"
        WHERE "finished_at" IS NULL AND "lease_until" IS NOT NULL AND "lease_until" < ? ORDER BY "at"`
      return database
        .read<RunRow>(text)
        .all(now)
        .map(({ job, period, at, late }) => ({ job, period, at, late: late === 1 }))
    },

    async lastLooks() {
      const text = 'SELECT "period" AS "job", "at" FROM "job_run" WHERE "job" = ?'
      const rows = database.read<{ job: string; at: Instant }>(text).all(LOOK)
      return new Map(rows.map(({ job, at }) => [job, at]))
    },

    looked: (jobs, at) =>
      database.write((sql) => {
        const note = sql(`INSERT INTO "job_run" ("job", "period", "at") VALUES (?, ?, ?)
          ON CONFLICT ("job", "period") DO UPDATE SET "at" = excluded."at"`)
        for (const job of jobs) note.run(LOOK, job, at)
      }),
  }
}
