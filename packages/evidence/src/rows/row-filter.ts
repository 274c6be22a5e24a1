import type { Cell, Field } from '../import/field.ts'
import { type RegisterId, registers } from '../register.ts'

/** A condition on one field: it has one of the texts, or lies in a range. An empty text is an empty cell or an open end. */
export type FilterText =
  | { readonly field: string; readonly texts: readonly string[] }
  | { readonly field: string; readonly from: string; readonly to: string }

/** The same condition with cells. No cells match nothing; a null end is open. Both ends belong to the range. */
export type RowFilter =
  | { readonly field: string; readonly cells: readonly Cell[] }
  | { readonly field: string; readonly from: Cell; readonly to: Cell }

const RANGED: readonly Field['kind'][] = ['day', 'month', 'partial-date', 'instant', 'integer', 'number']

/** Says whether a field is filtered by a range. */
export const isRanged = ({ kind, year }: Field): boolean => RANGED.includes(kind) && !year

/** Escapes what separates conditions in an address. */
const escaped = (text: string): string => text.replaceAll(/[%;]/g, (character) => encodeURIComponent(character))
const unescaped = (text: string): string => text.replaceAll(/%(25|3B)/gi, (code) => decodeURIComponent(code))

/**
 * Parses conditions from an address: `severity:high;severity:low;dueOn:2026-01-01..2026-06-30`. Texts of one field are
 * alternatives. A part without a field of the register is ignored.
 */
export function readFilters(register: RegisterId, address: string): readonly FilterText[] {
  const filters: FilterText[] = []
  for (const part of address.split(';')) {
    const at = part.indexOf(':')
    const field = registers[register].fields.find(({ name }) => name === part.slice(0, at))
    if (!field) continue
    const text = unescaped(part.slice(at + 1))
    const range = isRanged(field) ? /^(?<from>.*)\.\.(?<to>.*)$/.exec(text)?.groups : undefined
    if (range) {
      filters.push({ field: field.name, from: range.from ?? '', to: range.to ?? '' })
      continue
    }
    const place = filters.findIndex((filter) => filter.field === field.name && 'texts' in filter)
    const earlier = filters[place]
    if (earlier && 'texts' in earlier) filters[place] = { ...earlier, texts: [...earlier.texts, text] }
    else filters.push({ field: field.name, texts: [text] })
  }
  return filters
}

/** Reverses `readFilters`. */
export const writeFilters = (filters: readonly FilterText[]): string =>
  filters
    .flatMap((filter) =>
      'texts' in filter
        ? filter.texts.map((text) => `${filter.field}:${escaped(text)}`)
        : [`${filter.field}:${escaped(`${filter.from}..${filter.to}`)}`],
    )
    .join(';')
