import type { Instant } from '@wayproof/kernel/clock'

/** `nothing`: nothing was due. `unfinished`: the job is repeated at once, as another scheduler has begun it. */
export const JOB_OUTCOMES = ['done', 'nothing', 'failed', 'unfinished'] as const
export type JobOutcome = (typeof JOB_OUTCOMES)[number]

/** Consecutive runs of a job with the same outcome on one day. */
export interface JobResult {
  readonly job: string
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly times: number
  readonly outcome: JobOutcome
  /** How much was done, in the job's own unit; null if the job does not say. */
  readonly count: number | null
  readonly error: string | null
}

/** A single run. */
export type JobRunResult = Pick<JobResult, 'job' | 'outcome' | 'count' | 'error'>

/** The next run of a job. */
export interface PlannedRun {
  readonly job: string
  readonly at: Instant
}

/** Days for which results are stored: longer than a year, so that yearly jobs can be compared. */
export const JOB_RESULT_DAYS = 400

/** Returns true if the run has the same result as `last`, so that both are one line of the list. */
export const continues = (last: JobResult, run: JobRunResult): boolean =>
  (run.count ?? 0) === 0 && last.outcome === run.outcome && last.count === run.count && last.error === run.error
