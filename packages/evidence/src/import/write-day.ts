import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { DayFormat } from './profile.ts'

/** Formats a day so that `readDay` reads the same day. */
export function writeDay(day: CalendarDate, format: DayFormat): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date)]
  switch (format) {
    case 'YYYY-MM-DD':
      return day
    case 'YYYY/M/D':
      return `${year}/${m}/${d}`
    case 'YYYY.M.D':
      return `${year}.${m}.${d}`
    case 'YYYYMMDD':
      return `${year}${month}${date}`
    case 'M/D/YYYY':
      return `${m}/${d}/${year}`
    case 'D/M/YYYY':
      return `${d}/${m}/${year}`
    case 'D.M.YYYY':
      return `${d}.${m}.${year}`
  }
}
