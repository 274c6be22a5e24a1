import { expect, test } from 'vitest'
import { monthsOver } from '../goals/equal-parts.ts'
import { incidentFacts } from '../testing/example-facts.ts'
import { PERIOD as period, scorecardFixture } from '../testing/scorecard-fixture.ts'
import { drawLeaks } from './draw-leaks.ts'

const YEARS = [2022, 2023, 2024, 2025, 2026, 2027, 2028]
const months = YEARS.flatMap((year) => monthsOver(year, `${year}-12-31`))

async function drawn(half: string, { now = '2026-03-10T01:00:00Z', baselineCount = 12 } = {}) {
  const fixture = scorecardFixture()
  fixture.setNow(now)
  const { facts } = fixture.memory
  facts.incidentMonths = months.map((month) => ({ month, recorded: true, bookings: 1000 }))
  facts.leaks = [
    { month: '2025', cause: 'unknown', count: 2 },
    { month: '2025-03', cause: 'error', count: 1 },
    { month: '2025-03', cause: 'hacking', count: 2 },
    { month: '2026-01', cause: 'error', count: 1 },
  ]
  facts.incidents = incidentFacts({ baselineCount })
  const outcome = await drawLeaks(fixture.ports, { period: half })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

test('the last 36 months up to today are drawn, with leaks of all causes; those without a month are counted', async () => {
  const { leaks, run } = await drawn(period)
  expect(leaks).toHaveLength(3)
  expect([run.months[0]?.month, run.months.at(-1)?.month, run.months.length]).toEqual(['2023-04', '2026-03', 36])
  expect(run.months.find(({ month }) => month === '2025-03')?.leaks).toBe(3)
  expect(run).toMatchObject({ running: '2026-03', baselineYear: 2024, average: 1, undated: 2, without: null })
})

test('an older half-year stands in the middle of its months', async () => {
  const { run } = await drawn('2024-H1', { now: '2028-03-10T01:00:00Z' })
  expect([run.months[0]?.month, run.months.at(-1)?.month, run.running]).toEqual(['2022-10', '2025-09', null])
})

test('the first year of the registers has no average of the year before while that one is the baseline', async () => {
  const fixture = scorecardFixture()
  fixture.memory.facts.incidentMonths = months
    .filter((month) => month >= '2026-02')
    .map((month) => ({ month, recorded: true, bookings: 1000 }))
  fixture.memory.facts.incidents = incidentFacts({ silence: { baseline: ['2025-01'], current: null } })
  const outcome = await drawLeaks(fixture.ports, { period: '2026-H1' })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  expect(outcome.value.run).toMatchObject({ without: 'baseline-silent', average: null })
  expect(outcome.value.run.months.map(({ month, leaks }) => [month, leaks])).toEqual([
    ['2026-02', 0],
    ['2026-03', 0],
  ])
})
