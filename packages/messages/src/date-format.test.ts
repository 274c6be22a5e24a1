import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { expect, test } from 'vitest'
import { day, relativeDay } from './date-format.ts'

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

test.each([
  ['en', '28 January 2027'],
  ['zh-CN', '2027年1月28日'],
  ['th', '28 มกราคม ค.ศ. 2027'],
  ['fa', '۲۸ ژانویهٔ ۲۰۲۷'],
  ['ar-SA', '٢٨ يناير ٢٠٢٧'],
])('a day has the year of the half-years beside it in %s', (language, text) => {
  expect(day('2027-01-28', language as SurveyLanguage).replace(/\u200f/g, '')).toBe(text)
})
