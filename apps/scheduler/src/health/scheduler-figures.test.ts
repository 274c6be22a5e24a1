import { systemClock } from '@wayproof/kernel/system'
import { openMetrics } from '@wayproof/service-start/metrics/open-metrics'
import { expect, onTestFinished, test } from 'vitest'
import { schedulerFigures } from './scheduler-figures.ts'

const health = {
  readiness: async () => [{ code: 'disk-full' }] as const,
  read: async () =>
    ({ scheduler: 'ok', lastLook: 0, warnings: [{ code: 'backup-old' }, { code: 'pdf-failing' }] }) as const,
}
const counts = async () => ({ queued: 4, sent: 0, written: 0, failed: 0, suppressed: 0, bounced: 0, complained: 0 })

test('letters and runs are counted by outcome only', async () => {
  const metrics = await openMetrics({ port: 0, isCoarse: false })
  onTestFinished(() => metrics.close())
  const figures = schedulerFigures(metrics, { outbox: { counts }, health, clock: systemClock })
  figures?.countLetters({ sent: 2, written: 1, deferred: 1, failed: 0, suppressed: 5 })
  const run = { job: 'remind-travelers', count: 1, error: null }
  figures?.countRuns([
    { ...run, outcome: 'done' },
    { ...run, outcome: 'failed' },
  ])
  const text = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text()
  expect(
    text
      .split('\n')
      .filter((line) => line.startsWith('scheduler_'))
      .sort(),
  ).toEqual([
    'scheduler_health_faults 1',
    'scheduler_health_warnings 2',
    'scheduler_job_runs_total{outcome="done"} 1',
    'scheduler_job_runs_total{outcome="failed"} 1',
    'scheduler_letters_total{outcome="deferred"} 1',
    'scheduler_letters_total{outcome="failed"} 0',
    'scheduler_letters_total{outcome="sent"} 3',
    'scheduler_letters_waiting 4',
  ])
  expect(schedulerFigures(null, { outbox: { counts }, health, clock: systemClock })).toBeUndefined()
})
