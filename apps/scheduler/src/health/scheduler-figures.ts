import type { Clock } from '@wayproof/kernel/clock'
import type { LetterOutcomes } from '@wayproof/letters/delivery/delivery-result'
import type { Outbox } from '@wayproof/letters/outbox/outbox'
import type { HealthStore } from '@wayproof/operations/health/health-store'
import type { JobRunResult } from '@wayproof/oversight/services/job-result'
import type { Metrics } from '@wayproof/service-start/metrics/open-metrics'

/** Counts for a monitor. Reminders are in none of them, because each proves that its recipient had not answered. */
export interface SchedulerFigures {
  countLetters(letters: LetterOutcomes): void
  countRuns(results: readonly JobRunResult[]): void
}

/** Undefined without a port for metrics. */
export function schedulerFigures(
  metrics: Metrics | null,
  {
    outbox,
    health,
    clock,
  }: {
    readonly outbox: Pick<Outbox, 'counts'>
    readonly health: Pick<HealthStore, 'readiness' | 'read'>
    readonly clock: Clock
  },
): SchedulerFigures | undefined {
  if (metrics === null) return undefined
  const addLetters = metrics.counter({
    name: 'scheduler_letters_total',
    help: 'Letters by outcome, without reminders and letters of cases.',
    labels: ['outcome'],
  })
  const addRuns = metrics.counter({
    name: 'scheduler_job_runs_total',
    help: 'Runs of jobs of the calendar by outcome.',
    labels: ['outcome'],
  })
  metrics.gauge(
    { name: 'scheduler_letters_waiting', help: 'Letters in the outbox, without reminders and letters of cases.' },
    async () => (await outbox.counts()).queued,
  )
  metrics.gauge(
    { name: 'scheduler_health_faults', help: 'Faults of /health/ready: something fails now.' },
    async () => (await health.readiness()).length,
  )
  metrics.gauge(
    { name: 'scheduler_health_warnings', help: 'Warnings of /health/ready.' },
    async () => (await health.read(clock.now())).warnings.length,
  )
  return {
    countLetters: ({ sent, written, deferred, failed }) => {
      for (const [outcome, count] of Object.entries({ sent: sent + written, deferred, failed }))
        addLetters({ outcome }, count)
    },
    countRuns: (results) => {
      for (const { outcome } of results) addRuns({ outcome })
    },
  }
}
