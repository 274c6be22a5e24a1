import type { Messages } from '@wayproof/messages/en'
import type { JobResult } from '@wayproof/oversight/services/job-result'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'

type RunWords = Pick<Messages['reporting']['runs'], 'jobs'>

/** The name of a job; a job of an earlier version has its own name only. */
export const jobName = (job: string, { jobs }: RunWords): string => jobs[job]?.name ?? job

/** Shows the outcome of a run. */
export function JobOutcomeText({
  result,
}: {
  readonly result: Pick<JobResult, 'job' | 'outcome' | 'count' | 'error'>
}) {
  const { runs } = useLanguage().words.reporting
  const { job, outcome, count, error } = result
  if (outcome === 'failed')
    return (
      <>
        <StateMark shape="missed" label={runs.outcomes.failed} /> {error === null ? null : <Verbatim>{error}</Verbatim>}
      </>
    )
  const done = runs.jobs[job]?.done
  return outcome === 'done' && count !== null && done ? done(count) : runs.outcomes[outcome]
}
