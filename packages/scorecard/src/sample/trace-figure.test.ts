import { type Period, periodKey } from '@wayproof/kernel/calendar/period'
import { expect, test } from 'vitest'
import { quarterFacts } from '../testing/example-facts.ts'
import {
  closedFixture,
  PERIOD as period,
  refused,
  type ScorecardFixture,
  scorecardFixture,
} from '../testing/scorecard-fixture.ts'
import { tracedRows } from '../testing/traced-rows.ts'
import { traceFigure } from './trace-figure.ts'
import type { TraceQuery } from './traced-row.ts'

/** Ports that collect the queries for rows; `failing` names a quarter that misses the training target. */
function listening({ ports }: ScorecardFixture, failing: string | null = null) {
  const queries: TraceQuery[] = []
  const forHalfYear: typeof ports.facts.forHalfYear = async (half) => ({
    ...(await ports.facts.forHalfYear(half)),
    training: async (quarter: Period) => {
      const key = periodKey(quarter)
      return quarterFacts({ quarter: key, ...(key === failing && { passed: 10, firstAttemptPassed: 10 }) })
    },
    tracedRows: async (query) => {
      queries.push(query)
      return tracedRows(3, 2)
    },
  })
  return { queries, ports: { ...ports, facts: { forHalfYear } } }
}

test('the rows of both sides are totaled beside the published value', async () => {
  const { ports } = listening(scorecardFixture())
  expect(await traceFigure(ports, { figure: 'partner-audit', period })).toEqual({
    ok: true,
    value: {
      asOf: '2025-12-31',
      recordedOn: '2026-03-10',
      rows: tracedRows(3, 2),
      total: { numerator: 2, denominator: 3 },
      published: { numerator: 40, denominator: 40 },
    },
  })
})

test('a closed half-year shows the sealed value beside today’s rows', async () => {
  const fixture = await closedFixture()
  fixture.memory.facts.partners = { ...fixture.memory.facts.partners, passed: 1, audited: 1 }
  const { ports } = listening(fixture)
  const traced = await traceFigure(ports, { figure: 'partner-audit', period })
  expect(traced).toMatchObject({ value: { published: { numerator: 40, denominator: 40 }, total: { numerator: 2 } } })
})

test('leaks of the year are traced beside those of the baseline year', async () => {
  const { ports, queries } = listening(scorecardFixture())
  expect(await traceFigure(ports, { figure: 'incident-reduction', period })).toMatchObject({
    value: { published: { numerator: 1, denominator: 8 } },
  })
  expect(queries).toMatchObject([{ figure: 'incident-reduction', asOf: '2025-12-31', baselineYear: 2024 }])
})

test('training is traced in the quarter that decided its verdict', async () => {
  const { ports, queries } = listening(scorecardFixture(), '2025-Q3')
  await traceFigure(ports, { figure: 'staff-training', period })
  expect(queries.map(({ quarters }) => quarters.map(periodKey))).toEqual([['2025-Q3']])
})

test('an indicator is traced over the whole half-year and has no published value', async () => {
  const { ports, queries } = listening(scorecardFixture())
  const traced = await traceFigure(ports, { figure: 'first-attempt', period })
  expect(traced).toMatchObject({ ok: true, value: { published: null } })
  expect(queries.map(({ quarters }) => quarters.map(periodKey))).toEqual([['2025-Q3', '2025-Q4']])
})

test('a running half-year is traced up to today', async () => {
  const { ports, queries } = listening(scorecardFixture())
  await traceFigure(ports, { figure: 'partner-audit', period: '2026-H1' })
  expect(queries).toMatchObject([{ asOf: '2026-03-10' }])
})

test('only a half-year that has begun is traced', async () => {
  const { ports } = scorecardFixture()
  expect(await traceFigure(ports, { figure: 'partner-audit', period: '2025' })).toMatchObject(
    refused('not-a-half-year'),
  )
  const coming = await traceFigure(ports, { figure: 'partner-audit', period: '2026-H2' })
  expect(coming).toMatchObject(refused('half-year-not-begun'))
})
