import { expect, test } from 'vitest'
import { PERIOD as period, refused, scorecardFixture } from '../testing/scorecard-fixture.ts'
import { INDICATORS } from './indicator.ts'
import { measureHistory } from './list-history.ts'

test('every indicator has a value for each half-year since the program began, up to the one before', async () => {
  const { ports } = scorecardFixture()
  const outcome = await measureHistory(ports, { period })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  expect(outcome.value.periods).toEqual(['2024-H1', '2024-H2', '2025-H1'])
  expect(outcome.value.indicators.map(({ id, values }) => [id, values.length])).toEqual(
    INDICATORS.map(({ id }) => [id, 3]),
  )
})

test('a half-year that has not begun has no history', async () => {
  const { ports } = scorecardFixture()
  expect(await measureHistory(ports, { period: '2030-H1' })).toMatchObject(refused('half-year-not-begun'))
})
