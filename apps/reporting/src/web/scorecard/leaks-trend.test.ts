import { messages } from '@wayproof/messages/messages'
import type { Change } from '@wayproof/scorecard/change/change'
import type { TrendPoint } from '@wayproof/scorecard/change/trend'
import { expect, test } from 'vitest'
import { sparklineOf } from '../goal-table/goal-table.tsx'
import { trendRows } from '../trend/trend-panel.tsx'
import { improvementOf } from './changes-panel.tsx'

// Leaks are compared as counts against the cap of their own year, in trends and in changes.

const en = { locale: 'en', words: messages('en') } as const
const zh = { locale: 'zh-CN', words: messages('zh-CN') } as const
const before = { count: 8, cap: 9 }
const now = { count: 5, cap: 4 }

test('the sparkline draws a year below its cap above the line, and a year over its cap below, regardless of the reduction', () => {
  const pastValues = [
    { period: '2023-H2', value: 0.2, interval: null, count: 8, leaks: before, broken: false },
    {
      ...{ period: '2024-H2', value: 0.375, interval: { lower: 0.1, upper: 0.6, level: 0.95 } },
      ...{ count: 5, leaks: now, broken: false },
    },
    { period: '2025-H2', value: null, interval: null, count: null, leaks: null, broken: false },
  ]
  const verdict = { goal: 'incident-reduction', target: 0.5 } as const
  const words = ['2023 8 (limit 9)', '2024 5 (limit 4)']
  expect(sparklineOf(verdict, pastValues, en)).toEqual({ values: [1, -1, null], intervals: [], target: 0, words })
  expect(sparklineOf({ goal: 'partner-audit', target: 1 }, pastValues, en)).toMatchObject({
    values: [0.2, 0.375, null],
    intervals: [null, { lower: 0.1, upper: 0.6 }, null],
    target: 1,
    words: ['2023 20%', '2024 37.5% (10–60%)'],
  })
})

test('the trend table shows counts and caps, and no interval', () => {
  const point = { value: 0.375, interval: { lower: 0.1, upper: 0.6, level: 0.95 }, broken: null }
  const points: TrendPoint[] = [{ ...point, period: '2025-H2', leaks: now, verdict: 'missed', shape: 'missed' }]
  expect(trendRows('incident-reduction', points, en)[0]?.cells).toEqual(['2025', '5 (limit 4)', '–', 'missed'])
  expect(trendRows('incident-reduction', points, zh)[0]?.cells.slice(0, 3)).toEqual(['2025', '5 起，上限 4 起', '–'])
})

test('fewer leaks are an improvement, more are a decline, and two reductions are not compared', () => {
  const change: Change = {
    goal: 'incident-reduction',
    from: null,
    to: null,
    strength: null,
    interval: null,
    detectable: null,
    broken: null,
  }
  expect(improvementOf({ ...change, leaks: { from: before, to: now } })).toBe(1)
  expect(improvementOf({ ...change, leaks: { from: now, to: before } })).toBe(-1)
  expect(improvementOf({ ...change, leaks: { from: now, to: now } })).toBe(0)
  expect(improvementOf(change)).toBeNull()
  expect(improvementOf({ ...change, goal: 'partner-audit', from: 1, to: 0.9 })).toBe(-1)
})
