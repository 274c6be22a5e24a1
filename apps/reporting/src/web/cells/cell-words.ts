import type { Cell, Field } from '@wayproof/evidence'
import type { Locale } from '@wayproof/kernel'
import { count, day, type Messages, moment } from '@wayproof/messages'

export interface Reader {
  readonly locale: Locale
  readonly words: Messages
  /** The organisation's. */
  readonly timeZone: string
}

/** A cell as a person reads it; a dash for none. */
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

/** Whether a cell is shown as its writer put it. */
export function isWritten(field: Field, cell: Cell, reader: Pick<Reader, 'locale' | 'words'>): boolean {
  if (cell === null || (field.kind !== 'text' && field.kind !== 'list')) return false
  const items = typeof cell === 'object' ? cell : [String(cell)]
  return items.some((item) => codeWord(field, item, reader) === null)
}

/** The word for a code; null for what is none. */
function codeWord({ values, known }: Field, code: string, { locale, words }: Pick<Reader, 'locale' | 'words'>) {
  if (known === 'countries') {
    const name = /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) : code
    return name === undefined || name === code ? null : name
  }
  return (values ?? known)?.includes(code) ? (words.registers.values[code] ?? null) : null
}
