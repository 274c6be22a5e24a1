import type { Cell, Field } from '@wayproof/evidence/import/field'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day, moment } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { count } from '@wayproof/messages/number-format'

export interface Reader {
  readonly locale: Locale
  readonly words: Messages
  /** The organization's time zone. */
  readonly timeZone: string
}

/** Formats a cell for the reader; an empty cell gives a dash. */
export function cellWords(field: Field, cell: Cell, { locale, words, timeZone }: Reader): string {
  const { values } = words.registers
  if (cell === null || cell === undefined) return words.reporting.shell.none
  if (typeof cell === 'boolean') return values[cell ? 'yes' : 'no'] ?? ''
  if (typeof cell === 'number') {
    if (field.year) return String(cell)
    return field.kind === 'instant' ? moment(cell, timeZone, locale) : count(cell, locale)
  }
  if (typeof cell !== 'string')
    return cell.map((item) => codeWord(field, item, { locale, words }) ?? item).join(words.reporting.shell.listed)
  if (field.kind === 'day' || (field.kind === 'partial-date' && cell.length === 10)) return day(cell, locale)
  return codeWord(field, cell, { locale, words }) ?? cell
}

/** Says whether a cell is shown exactly as its author wrote it. */
export function isWritten(field: Field, cell: Cell, reader: Pick<Reader, 'locale' | 'words'>): boolean {
  if (cell === null || (field.kind !== 'text' && field.kind !== 'list')) return false
  const items = typeof cell === 'object' ? cell : [String(cell)]
  return items.some((item) => codeWord(field, item, reader) === null)
}

/** Gives the label of a code, or null for a value that is no known code. */
function codeWord(
  { values, known: knownCodes }: Field,
  code: string,
  { locale, words }: Pick<Reader, 'locale' | 'words'>,
) {
  if (knownCodes === 'countries') {
    const name = /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) : code
    return name === undefined || name === code ? null : name
  }
  return (values ?? knownCodes)?.includes(code) ? (words.registers.values[code] ?? null) : null
}
