import { expect, test } from 'vitest'
import { comingDates } from './response-panel.tsx'

const wave = {
  status: 'open',
  openedAt: Date.parse('2026-07-01T01:00:00Z'),
  closesAt: Date.parse('2026-07-25T16:00:00Z'),
  firstReminderDays: 5,
  lastReminderDays: 10,
  letterLimit: 3,
} as const
const datesOf = (change: Partial<Parameters<typeof comingDates>[0]>, today: string) =>
  comingDates({ ...wave, ...change }, today, 'Asia/Shanghai').map(({ date, event }) => `${date} ${event}`)

test('an open wave lists what is still ahead', () => {
  const closing = ['2026-07-25 closes', '2026-07-26 results']
  expect(datesOf({}, '2026-07-06')).toEqual(['2026-07-06 first', '2026-07-11 last', ...closing])
  expect(datesOf({}, '2026-07-07')).toEqual(['2026-07-11 last', ...closing])
})

test('reminders that the plan does not send are not listed', () => {
  expect(datesOf({ letterLimit: 2 }, '2026-07-01')[1]).toBe('2026-07-25 closes')
  expect(datesOf({ letterLimit: 1 }, '2026-07-01')[0]).toBe('2026-07-25 closes')
})

test('a closed wave has no dates ahead', () => {
  expect(datesOf({ status: 'closed' }, '2026-07-01')).toEqual([])
})
