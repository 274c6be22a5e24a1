import { describe, expect, test } from 'vitest'
import type { Due } from './deadline.ts'
import { ALERT_STEPS, alertStep, byDue, isLaterStep, isOverdue, timeLeft } from './urgency.ts'

const ZONE = 'Asia/Shanghai'
const HOUR = 3_600_000
const at = (text: string) => Date.parse(`${text}+08:00`)
const NOON = at('2026-06-09T12:00:00')

describe('the step of a deadline of a day', () => {
  test.each([
    ['2026-07-10', null],
    ['2026-07-09', '30'],
    ['2026-06-17', '30'],
    ['2026-06-16', '7'],
    ['2026-06-11', '7'],
    ['2026-06-10', '1'],
    ['2026-06-09', '1'],
    ['2026-06-08', 'overdue'],
  ])('due on %s is %s on 9 June', (day, step) => {
    expect(alertStep({ day }, NOON, ZONE)).toBe(step)
  })

  test('a day ends at midnight of the organization, not of UTC', () => {
    const due = { day: '2026-06-09' }
    expect(isOverdue(due, at('2026-06-09T23:59:59'), ZONE)).toBe(false)
    expect(isOverdue(due, at('2026-06-10T00:00:00'), ZONE)).toBe(true)
  })
})

test('a deadline of hours alerts at once, in its last day and hour, and is overdue a millisecond after it', () => {
  const due = { at: NOON + 72 * HOUR }
  expect(alertStep(due, NOON, ZONE)).toBe('hours')
  expect(alertStep(due, due.at - 24 * HOUR - 1, ZONE)).toBe('hours')
  expect(alertStep(due, due.at - 24 * HOUR, ZONE)).toBe('24-hours')
  expect(alertStep(due, due.at - HOUR - 1, ZONE)).toBe('24-hours')
  expect(alertStep(due, due.at - HOUR, ZONE)).toBe('1-hour')
  expect(alertStep(due, due.at, ZONE)).toBe('1-hour')
  expect(alertStep(due, due.at + 1, ZONE)).toBe('overdue')
  expect(timeLeft(due, due.at + HOUR, ZONE)).toEqual({ ms: -HOUR })
})

test('each step comes later than the ones before it, and any comes later than none', () => {
  for (const [n, step] of ALERT_STEPS.entries()) {
    expect(isLaterStep(step, null)).toBe(true)
    for (const [m, other] of ALERT_STEPS.entries()) expect(isLaterStep(step, other)).toBe(n > m)
  }
})

test('deadlines are in the order of their ends; a moment comes before the whole of its day', () => {
  const dues: Due[] = [{ day: '2026-06-10' }, { at: NOON + HOUR }, { day: '2026-06-09' }, { at: NOON }]
  const sorted = dues.map((due) => ({ due })).sort(byDue(ZONE))
  expect(sorted.map(({ due }) => due)).toEqual([dues[3], dues[1], dues[2], dues[0]])
})
