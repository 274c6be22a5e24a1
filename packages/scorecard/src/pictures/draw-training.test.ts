import { expect, test } from 'vitest'
import { PERIOD as period, refused, scorecardFixture } from '../testing/scorecard-fixture.ts'
import { drawTraining } from './draw-training.ts'

const units = [
  { unit: 'sales', share: { numerator: 18, denominator: 20 } },
  { unit: 'guides', share: { numerator: 30, denominator: 30 } },
]

async function drawn(iso: string, half = period) {
  const { memory, ports, setNow } = scorecardFixture()
  memory.facts.trainingByUnit = units
  setNow(iso)
  const outcome = await drawTraining(ports, { period: half })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

test('five quarters end with the latest one that has begun, and all units are summed', async () => {
  const { quarters } = await drawn('2026-03-10T01:00:00Z')
  expect(quarters.map(({ quarter }) => quarter)).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'])
  expect(quarters.at(-1)).toMatchObject({ running: false, units, share: { numerator: 48, denominator: 50 } })
})

test('the second quarter of a running half-year appears once it begins', async () => {
  const first = await drawn('2026-03-31T01:00:00Z', '2026-H1')
  expect(first.quarters.at(-1)).toMatchObject({ quarter: '2026-Q1', running: true })
  const second = await drawn('2026-04-01T01:00:00Z', '2026-H1')
  expect(second.quarters.at(-1)).toMatchObject({ quarter: '2026-Q2', running: true })
})

test('the course shows the last six weeks, beside the days with as much time left in the quarter before', async () => {
  const { course, courseBefore } = await drawn('2026-06-09T01:00:00Z', '2026-H1')
  expect(course.map(({ day }) => day)).toEqual([
    ...['2026-04-28', '2026-05-05', '2026-05-12', '2026-05-19', '2026-05-26', '2026-06-02', '2026-06-09'],
  ])
  expect(courseBefore.at(-1)?.day).toBe('2026-03-10')
  expect(courseBefore).toHaveLength(7)
})

test('the course of a quarter that has just begun starts with the quarter', async () => {
  const { course, courseBefore } = await drawn('2026-04-10T01:00:00Z', '2026-H1')
  expect(course.map(({ day }) => day)).toEqual(['2026-04-03', '2026-04-10'])
  expect(courseBefore.map(({ day }) => day)).toEqual(['2026-01-02', '2026-01-09'])
})

test('a half-year that has not begun has no picture', async () => {
  const { ports } = scorecardFixture()
  expect(await drawTraining(ports, { period: '2030-H1' })).toMatchObject(refused('half-year-not-begun'))
})
