import { expect, test } from 'vitest'
import { relativeDay } from './date-format.ts'

test.each([
  [0, 'today', '今天'],
  [-1, 'yesterday', '昨天'],
  [-95, '95 days ago', '95天前'],
  [14, 'in 14 days', '14天后'],
  [-130, '4 months ago', '4个月前'],
  [-800, '2 years ago', '2年前'],
])('%i days from today read %s and %s', (days, english, chinese) => {
  expect(relativeDay(days, 'en')).toBe(english)
  expect(relativeDay(days, 'zh-CN')).toBe(chinese)
})
