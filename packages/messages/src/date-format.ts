import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'

/**
 * A calendar day in words: `12 January 2026`, `2026年1月12日`. A day has no time zone. Its year is that of the half-year
 * beside it, although Thai or Persian would have another calendar by default.
 */
export function day(date: CalendarDate, locale: SurveyLanguage): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ calendar: 'gregory', dateStyle: 'long', timeZone: 'UTC' },
  })
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

/** A calendar day where there is little room: `12 Jan 2026`, `2026年1月12日`. */
export function briefDay(date: CalendarDate, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

/** A day by its distance from today, in days: `today`, `3 days ago`, `in 2 months`. */
export function relativeDay(days: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale === 'en' ? 'en-GB' : locale, { numeric: 'auto' })
  if (Math.abs(days) < 100) return format.format(days, 'day')
  const months = Math.trunc(days / 30.44)
  return Math.abs(months) < 24 ? format.format(months, 'month') : format.format(Math.trunc(months / 12), 'year')
}

/** A day of this year or the next, where there is little room: `12 Jan`, `1月12日`. */
export function shortDay(date: CalendarDate, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ day: 'numeric', month: locale === 'en' ? 'short' : 'long', timeZone: 'UTC' },
  })
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

/** A moment in a time zone: `12 January 2026, 09:30`, `2026年1月12日 09:30`. */
export function moment(at: Instant, timeZone: string, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : locale
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(at)
  const time = clockTime(at, timeZone, locale)
  return locale === 'en' ? `${date}, ${time}` : `${date} ${time}`
}

/** The time of a moment in a time zone: `09:30`. */
export function clockTime(at: Instant, timeZone: string, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : locale
  const digits = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(language, { ...digits, timeZone }).format(at)
}

/** A period in words: `second half of 2025`, `2025年下半年`. */
export function periodName(key: PeriodKey, locale: Locale): string {
  const period = parsePeriod(key)
  if (!period) return key
  const { kind, year, index } = period
  if (locale === 'en') {
    if (kind === 'year') return String(year)
    if (kind === 'half-year') return `${index === 1 ? 'first' : 'second'} half of ${year}`
    if (kind === 'quarter') return `quarter ${index} of ${year}`
    return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.UTC(year, index - 1, 1),
    )
  }
  if (kind === 'year') return `${year}年`
  if (kind === 'half-year') return `${year}年${index === 1 ? '上' : '下'}半年`
  if (kind === 'quarter') return `${year}年第${'一二三四'[index - 1]}季度`
  return `${year}年${index}月`
}

/** A short form of a period: `2025 H2`, `2025下`; a quarter `Q4`, `四季度`. */
export function shortPeriod(key: PeriodKey, locale: Locale): string {
  const period = parsePeriod(key)
  if (!period) return key
  const { kind, year, index } = period
  if (kind === 'half-year') return locale === 'en' ? `${year} H${index}` : `${year}${index === 1 ? '上' : '下'}`
  if (kind === 'quarter') return locale === 'en' ? `Q${index}` : `${'一二三四'[index - 1]}季度`
  return periodName(key, locale)
}

/** The usual name of the organization's time zone: 中国标准时间, China Standard Time. */
export function timeZoneName(timeZone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
