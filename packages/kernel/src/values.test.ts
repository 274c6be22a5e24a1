import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCalendarDate } from './calendar/calendar-date.ts'
import { partialDate, precisionOf } from './calendar/partial-date.ts'
import { preferredLocale } from './people/locale.ts'
import { displayShare, reaches } from './share.ts'

test('a target is compared in integers, without rounding', () => {
  const target = { numerator: 95, denominator: 100 }
  expect(reaches({ numerator: 19, denominator: 20 }, target)).toBe(true)
  expect(reaches({ numerator: 9499, denominator: 10_000 }, target)).toBe(false)
  expect(reaches({ numerator: 0, denominator: 0 }, target)).toBeNull()
})

test('a displayed share rounds down, so that 100 % means all', () => {
  expect(displayShare({ numerator: 999, denominator: 1000 })).toBe('99.9%')
  expect(displayShare({ numerator: 2549, denominator: 3000 })).toBe('84.9%')
  expect(displayShare({ numerator: 0, denominator: 0 })).toBeNull()
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), fc.nat(), (denominator, some) => {
      const numerator = some % denominator
      expect(displayShare({ numerator, denominator })).not.toBe('100.0%')
      expect(Number.parseFloat(displayShare({ numerator, denominator }) as string)).toBeLessThanOrEqual(
        (100 * numerator) / denominator,
      )
    }),
  )
})

test('only existing days are calendar dates', () => {
  expect(isCalendarDate('2024-02-29')).toBe(true)
  for (const text of ['2023-02-29', '2024-2-9', '2024-13-01', '2024-00-10', '2024-04-31', '', 'today'])
    expect(isCalendarDate(text)).toBe(false)
})

test('a partial date keeps its precision', () => {
  expect(partialDate(2013)).toBe('2013')
  expect(partialDate(2013, 5)).toBe('2013-05')
  expect(partialDate(2013, 5, 6)).toBe('2013-05-06')
  expect(partialDate(2013, undefined, 6)).toBeNull()
  expect(partialDate(2013, 2, 30)).toBeNull()
  expect(['2013', '2013-05', '2013-05-06'].map(precisionOf)).toEqual(['year', 'month', 'day'])
})

test('the weights of Accept-Language decide the language', () => {
  expect(preferredLocale('fr;q=0.9, zh-TW;q=0.5, en;q=0.4', 'en')).toBe('zh-CN')
  expect(preferredLocale('en-GB,zh;q=0.8', 'zh-CN')).toBe('en')
  expect(preferredLocale('de', 'zh-CN')).toBe('zh-CN')
  expect(preferredLocale(undefined, 'en')).toBe('en')
  expect(preferredLocale('zh;q=0, en;q=0.1', 'zh-CN')).toBe('en')
})
