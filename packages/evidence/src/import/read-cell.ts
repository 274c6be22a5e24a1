import { isCalendarDate, momentAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { type Fault, type Outcome, ok } from '@wayproof/kernel/outcome'
import { isVisibleLine } from '@wayproof/kernel/people/visible-text'
import { type Cell, type Field, MAX_LENGTH } from './field.ts'
import type { DayFormat, ImportProfile } from './profile.ts'
import { proposedDay } from './proposed-day.ts'
import type { RowFaultCode } from './table-fault.ts'

export interface CellFault extends Fault {
  readonly code: RowFaultCode
  readonly expected: string
}

type Read = Outcome<Cell, CellFault>
const bad = (code: RowFaultCode, expected: string): Read => ({ ok: false, fault: { code, expected } })

/** Days outside this range are typing errors or undeclared codes for "never" (12/31/9999). */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

const shapes: Record<DayFormat, RegExp> = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
  'YYYY/M/D': /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  'YYYY.M.D': /^(?<y>\d{4})\.(?<m>\d{1,2})\.(?<d>\d{1,2})$/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  'M/D/YYYY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
  'D/M/YYYY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/,
  'D.M.YYYY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
}

const SPAN = `${FIRST_YEAR}-01-01..${LAST_YEAR}-12-31`

const plausible = (date: string): boolean => {
  const year = Number(date.slice(0, 4))
  return isCalendarDate(date) && year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Rewrites a text of the format as `YYYY-MM-DD` without checking that the day exists. */
function dateIn(text: string, format: DayFormat): string {
  const { y = '', m = '', d = '' } = shapes[format].exec(text)?.groups ?? {}
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
}

/** Parses a day of the format to `YYYY-MM-DD`. Returns null if the day does not exist or is not within 1900 to 2199. */
export function readDay(text: string, format: DayFormat): string | null {
  const date = dateIn(text, format)
  return plausible(date) ? date : null
}

/** Returns true if a text starts with an existing day that is out of range. */
function isOutside(text: string, kind: Field['kind'], format: DayFormat): boolean {
  const [day = ''] = text.split(/[T ]/)
  const parts = kind === 'month' || kind === 'partial-date' ? [`${day}-01`, `${day}-01-01`] : []
  const dates = [dateIn(day, format), day, ...parts]
  return dates.some((date) => isCalendarDate(date) && !plausible(date))
}

/** Parses a partial date from its parts. Returns null if they are invalid; a day without a month is no date. */
export function readDateParts(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{0,2}$/.test(month) || !/^\d{0,2}$/.test(day) || (day && !month)) return null
  const parts = [year, ...(month ? [month.padStart(2, '0')] : []), ...(day ? [day.padStart(2, '0')] : [])]
  return plausible([...parts, '01', '01'].slice(0, 3).join('-')) ? parts.join('-') : null
}

/** Parses an ISO 8601 moment with its offset to milliseconds since 1970, or returns null. */
function readInstant(text: string): number | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})$/.exec(text)
  if (!match || !plausible(match[1] ?? '')) return null
  const instant = Date.parse(`${match[1]}T${match[2]}${match[3]}`)
  return Number.isNaN(instant) ? null : instant
}

/**
 * Parses a local day of the profile's format, with or without a time (then its start), in the profile's zone, to
 * milliseconds since 1970. Returns null if it is invalid, or if the zone's clocks skipped or repeated that time.
 */
function readLocal(text: string, { timeZone, dayFormat }: ImportProfile): number | null {
  const [, written = '', time] = /^(\S+?)(?:[T ]((?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?$/.exec(text) ?? []
  const day = timeZone === undefined ? null : readDay(written, dayFormat)
  if (timeZone === undefined || day === null) return null
  return time === undefined ? startOfDay(day, timeZone) : momentAt(day, time, timeZone)
}

function readNumber(text: string, { kind, min, max }: Field): Read {
  const isWhole = kind === 'integer'
  const expected = `${min ?? ''}..${max ?? ''}`
  if (!(isWhole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(\.\d{1,9})?$/).test(text)) return bad('bad-number', expected)
  const value = Number(text)
  return value < (min ?? -Infinity) || value > (max ?? Infinity) ? bad('bad-number', expected) : ok(value)
}

/** The day that a person has accepted for a text in another format. */
function accepted(text: string, { acceptsProposedDays }: ImportProfile): string | null {
  const day = acceptsProposedDays ? proposedDay(text) : null
  return day !== null && plausible(day) ? day : null
}

/** Parses a trimmed, non-empty text to a cell. `expected` of a fault is language-neutral. */
export function readCell(text: string, field: Field, profile: ImportProfile): Read {
  if (!isVisibleLine(text)) return bad('bad-character', '')
  const { dayFormat } = profile
  const cellOrFault = (value: Cell, code: RowFaultCode, expected: string): Read => {
    if (value !== null) return ok(value)
    return isOutside(text, field.kind, dayFormat) ? bad('outside-span', SPAN) : bad(code, expected)
  }
  switch (field.kind) {
    case 'day':
      return cellOrFault(readDay(text, dayFormat) ?? accepted(text, profile), 'bad-day', dayFormat)
    case 'partial-date': {
      const [year = '', month = '', day = ''] = /^\d{4}(-\d{2}){0,2}$/.test(text) ? text.split('-') : []
      const date = readDateParts(year, month, day) ?? readDay(text, dayFormat) ?? accepted(text, profile)
      return cellOrFault(date, 'bad-day', `YYYY, YYYY-MM, ${dayFormat}`)
    }
    case 'month':
      return cellOrFault(/^\d{4}-\d{2}$/.test(text) && plausible(`${text}-01`) ? text : null, 'bad-month', 'YYYY-MM')
    case 'instant':
      return cellOrFault(
        readInstant(text) ?? readLocal(text, profile),
        'bad-instant',
        profile.timeZone === undefined ? 'YYYY-MM-DDThh:mm:ss+hh:mm' : `${dayFormat} hh:mm`,
      )
    case 'integer':
    case 'number':
      return readNumber(text, field)
    case 'yes-no': {
      const { yes, no } = profile.yesNo
      if (yes.includes(text)) return ok(true)
      return no.includes(text) ? ok(false) : bad('bad-value', [...yes, ...no].join(', '))
    }
    case 'list': {
      const items = text.split(profile.listSeparator).map((item) => item.trim())
      if (items.includes('')) return bad('bad-value', `a${profile.listSeparator}b`)
      if (field.values && !items.every((item) => field.values?.includes(item)))
        return bad('bad-value', field.values.join(', '))
      return longerThan(text, field) ?? ok([...new Set(items)].sort())
    }
    case 'text':
      if (field.values && !field.values.includes(text)) return bad('bad-value', field.values.join(', '))
      return longerThan(text, field) ?? ok(text)
  }
}

function longerThan(text: string, { maxLength = MAX_LENGTH }: Field): Read | null {
  return text.length > maxLength ? bad('too-long', String(maxLength)) : null
}
