import { nextPeriod, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from './date-format.ts'

/** Months in words, those that follow each other as one range: `March to May 2024, July 2025`, `2024年3月至5月、2025年7月`. */
export function monthRanges(months: readonly PeriodKey[], locale: Locale): string {
  const ranges: [first: PeriodKey, last: PeriodKey][] = []
  for (const month of [...months].sort()) {
    const range = ranges.at(-1)
    if (range && isNext(range[1], month)) range[1] = month
    else ranges.push([month, month])
  }
  const name = (month: PeriodKey) => periodName(month, locale)
  const texts = ranges.map(([first, last]) => {
    if (first === last) return name(first)
    return locale === 'en'
      ? `${name(first).split(' ')[0]} to ${name(last)}`
      : `${name(first)}至${Number(last.slice(5))}月`
  })
  return texts.join(locale === 'en' ? ', ' : '、')
}

/** True for the month after another of the same year. */
function isNext(month: PeriodKey, next: PeriodKey): boolean {
  const period = parsePeriod(month)
  return period !== null && period.year === Number(next.slice(0, 4)) && periodKey(nextPeriod(period)) === next
}
