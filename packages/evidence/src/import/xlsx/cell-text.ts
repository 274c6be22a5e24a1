import type { ImportProfile } from '../profile.ts'
import { writeDay } from '../write-day.ts'
import type { NumberFormat } from './number-format.ts'

/** Text format of the cells of a source; days are written in the profile's format. */
export type CellForm = Pick<ImportProfile, 'dayFormat' | 'yesNo'>

const DAY = 86_400_000
const SECOND = 1000

/** Converts a numeric cell to text by its number format. */
export function numberText(value: string, format: NumberFormat, form: CellForm, from1904: boolean): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (format.shows !== 'number' && number >= 0) return moment(number, format, form, from1904)
  const text = plainNumber(number)
  return format.digits > text.length && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text
}

/** Converts an ISO 8601 date cell to the text of its day. A time of day is not dropped. */
export function dayText(value: string, form: CellForm): string {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(value) ?? []
  return day === undefined ? value : writeDay(day, form.dayFormat)
}

/** Restores the number as typed, without an exponent. Excel stores 15 digits; further digits are binary noise. */
function plainNumber(number: number): string {
  const typed = Number(number.toPrecision(15))
  const text = String(typed)
  if (!text.includes('e')) return text
  return typed.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

/**
 * Formats a date cell as the profile's day, or as `YYYY-MM` or `YYYY` if the cell shows no more. A time of day is not
 * dropped.
 */
function moment(serial: number, { shows }: NumberFormat, form: CellForm, from1904: boolean): string {
  const moment = Math.round((daysFrom1970(serial, from1904) * DAY) / SECOND) * SECOND
  const iso = new Date(moment).toISOString()
  const [day = '', time = ''] = [iso.slice(0, -14), iso.slice(-13, -5)]
  if (shows === 'time') return time
  const written = time === '00:00:00' ? '' : ` ${time}`
  if (written || shows === 'day') return writeDay(day, form.dayFormat) + written
  return day.slice(0, shows === 'month' ? -3 : -6)
}

/** Excel treats 1900 as a leap year, so serial numbers before 1 March 1900 are off by one day. */
function daysFrom1970(serial: number, from1904: boolean): number {
  if (from1904) return serial - 24_107
  return serial < 60 ? serial - 25_568 : serial - 25_569
}
