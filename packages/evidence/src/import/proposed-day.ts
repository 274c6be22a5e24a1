import { type CalendarDate, isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'

const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const YEAR_FIRST = /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})$/
const YEAR_LAST = /^(?<one>\d{1,2})[-/.](?<other>\d{1,2})[-/.](?<y>\d{4})$/

/**
 * The only day that a text in another format can mean, such as 2025/3/1 or 31.3.2025; null if there is none, or two as in
 * 1.3.2025. A person must accept it.
 */
export function proposedDay(text: string): CalendarDate | null {
  const { y = '', m = '', d = '' } = YEAR_FIRST.exec(text.replace(CHINESE, '$1/$2/$3'))?.groups ?? {}
  const { y: year = '', one = '', other = '' } = YEAR_LAST.exec(text)?.groups ?? {}
  const days = y ? [dayOf(y, m, d)] : year ? [dayOf(year, one, other), dayOf(year, other, one)] : []
  const [day, ...more] = [...new Set(days.filter((each) => isCalendarDate(each)))]
  return day !== undefined && more.length === 0 ? day : null
}

const dayOf = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
