import { addDays, isCalendarDate, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Cell, Field } from '../import/field.ts'
import { type RegisterId, registers } from '../register.ts'
import { readCellOf } from './read-cells.ts'
import { type FilterText, type RowFilter, readFilters } from './row-filter.ts'

/** Parses the conditions of an address to cells. A text that no cell can have matches nothing. */
export const readFilterCells = (register: RegisterId, address: string, timeZone: string): readonly RowFilter[] =>
  readFilters(register, address).flatMap((filter) => {
    const field = registers[register].fields.find(({ name }) => name === filter.field)
    return field ? [withCells(register, field, filter, timeZone)] : []
  })

function withCells(register: RegisterId, field: Field, filter: FilterText, timeZone: string): RowFilter {
  if ('texts' in filter)
    return {
      field: field.name,
      cells: filter.texts.flatMap((text) => {
        const cell = readCellOf(register, field, text)
        return cell === null && text !== '' ? [] : [cell]
      }),
    }
  const ends = [filter.from, filter.to].map((text, place) => endOf(register, field, text, place === 1, timeZone))
  // A range that cannot be read matches nothing.
  if (ends.includes(undefined)) return { field: field.name, cells: [] }
  return { field: field.name, from: ends[0] ?? null, to: ends[1] ?? null }
}

/** One end of a range; undefined if the text is not valid. A moment is filtered by the day that contains it. */
function endOf(register: RegisterId, field: Field, text: string, isLast: boolean, timeZone: string): Cell | undefined {
  if (text === '') return null
  if (field.kind === 'day' || field.kind === 'month' || field.kind === 'partial-date')
    return isCalendarDate(text) ? text : undefined
  if (field.kind !== 'instant') return readCellOf(register, field, text) ?? undefined
  if (!isCalendarDate(text)) return undefined
  return isLast ? startOfDay(addDays(text, 1), timeZone) - 1 : startOfDay(text, timeZone)
}
