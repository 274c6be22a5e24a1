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
    return cell.map((item) => (field.values ? (values[item] ?? item) : item)).join(words.reporting.shell.listed)
  if (field.kind === 'day' || (field.kind === 'partial-date' && cell.length === 10)) return day(cell, locale)
  return field.values ? (values[cell] ?? cell) : cell
}
