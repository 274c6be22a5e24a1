import { type RegisterId, registers } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { rowState } from '@wayproof/evidence/rows/row-state'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { cellWords, type Reader } from '../cells/cell-words.ts'
import { keyWordsOf } from './row-words.ts'

/** Fields that can name a row, then the pairs of dates that limit its validity. */
const NAMES = ['name', 'title', 'finding']
const SPANS = [
  ['onboarded', 'offboarded'],
  ['activeFrom', 'activeTo'],
  ['startDay', 'endDay'],
] as const

/** Writes the title of a row's page: key, name and state. `verbatim` is the part that is not translated. */
export function rowOpening(
  register: RegisterId,
  cells: Cells,
  { today, ...reader }: Reader & { readonly today: CalendarDate },
): { readonly title: string; readonly verbatim: string } {
  const { rows, rowStates } = reader.words.reporting
  const fieldOf = (name: string) => registers[register].fields.find((field) => field.name === name)
  const textOf = (name: string) => {
    const field = fieldOf(name)
    return field && cells[name] != null ? cellWords(field, cells[name], reader) : null
  }
  const key = keyWordsOf(register, cells, reader)
  const name =
    NAMES.filter((field) => !keyFields(register).includes(field))
      .map(textOf)
      .find(Boolean) ?? null
  const state = rowState(register, cells, today)
  const span = SPANS.find(([from]) => fieldOf(from))
  const [from, to] = span ? span.map(textOf) : []
  const validity = to ? rows.until(to) : from ? rows.since(from) : null
  const stands = state ? rowStates[state] : (textOf('state') ?? validity)
  return { title: rows.opening(key, name, stands), verbatim: name ?? key }
}
