import { expect, it } from 'vitest'
import { doubledRuns } from './torture-cluster.ts'

const done = (job: string, period: string) => JSON.stringify({ level: 'info', event: 'job-done', job, period })

it('counts each further run of a job and period, over all schedulers', () => {
  const first = [done('remind-owners', '2026-01'), 'Connected', done('remind-owners', '2026-02'), ''].join('\n')
  const second = [done('remind-owners', '2026-02'), done('other', '2026-01'), done('remind-owners', '2026-02')].join(
    '\n',
  )
  expect(doubledRuns([first, second])).toBe(2)
  expect(doubledRuns([first])).toBe(0)
})
