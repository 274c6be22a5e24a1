import type { ImportProfile } from '../profile.ts'
import { writeDay } from '../write-day.ts'
import type { NumberFormat } from './number-format.ts'

/** How the texts of a file of this source look: a day is written as the profile reads it. */
export type CellForm = Pick<ImportProfile, 'dayFormat' | 'yesNo'>

const DAY = 86_400_000
const SECOND = 1000

/** The text that a number of a cell stands for under its format. */
export function numberText(value: string, format: NumberFormat, form: CellForm, from1904: boolean): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (format.shows !== 'number' && number >= 0) return moment(number, format, form, from1904)
  const text = plainNumber(number)
  return format.digits > text.length && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text
}

/** The text of a day that the cell holds in ISO 8601; one with a time of day stays as it is. */
export function dayText(value: string, form: CellForm): string {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(value) ?? []
  return day === undefined ? value : writeDay(day, form.dayFormat)
}

/** As it was typed: Excel counts fifteen digits, and what stands behind them is noise of the binary form. No exponent. */
function plainNumber(number: number): string {
  const typed = Number(number.toPrecision(15))
  const text = String(typed)
  if (!text.includes('e')) return text
  return typed.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

/** A day as the profile writes it; `YYYY-MM` and `YYYY` where the cell shows no more; a time of day is never dropped. */
function moment(serial: number, { shows }: NumberFormat, form: CellForm, from1904: boolean): string {
  const moment = Math.round((daysFrom1970(serial, from1904) * DAY) / SECOND) * SECOND
  const iso = new Date(moment).toISOString()
  const [day = '', time = ''] = [iso.slice(0, -14), iso.slice(-13, -5)]
  if (shows === 'time') return time
  const written = time === '00:00:00' ? '' : ` ${time}`
  if (written || shows === 'day') return writeDay(day, form.dayFormat) + written
  return day.slice(0, shows === 'month' ? -3 : -6)
}

/** Excel takes 1900 for a leap year: up to its 29 February the days are counted from one day later. */
function daysFrom1970(serial: number, from1904: boolean): number {
  if (from1904) return serial - 24_107
  return serial < 60 ? serial - 25_568 : serial - 25_569
}
