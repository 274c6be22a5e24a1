import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PartialDate } from '@wayproof/kernel/calendar/partial-date'
import type { Instant } from '@wayproof/kernel/clock'

export type FieldKind = 'text' | 'day' | 'month' | 'partial-date' | 'instant' | 'integer' | 'number' | 'yes-no' | 'list'

/** One field of a register. Columns without a field are dropped while the file is read. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  /** True if every row must have a value. A file may lack the column of an optional field; its cells are then empty. */
  readonly required: boolean
  /** Longest text in characters, 200 by default. */
  readonly maxLength?: number
  /** The only allowed texts, or list items. */
  readonly values?: readonly string[]
  /** Texts with a translated label; other texts are allowed too. `countries` are the codes of ISO 3166-1. */
  readonly known?: readonly string[] | 'countries'
  /** True if digits are a code, so that leading zeros count. */
  readonly code?: boolean
  /** A number that is a year, read without thousands separators. */
  readonly year?: true
  /** A day or moment of a past event: never in the future. */
  readonly past?: boolean
  /** A day on which something starts or is due; it may lie at most 2 years ahead. */
  readonly planned?: boolean
  /** Inclusive bounds of a number. */
  readonly min?: number
  readonly max?: number
}

export const MAX_LENGTH = 200

export type Cell = string | number | boolean | readonly string[] | null

/** Value type of each kind. Days and months are ISO 8601 texts; a list is sorted and has no duplicates. */
interface CellKinds {
  text: string
  day: CalendarDate
  month: string
  'partial-date': PartialDate
  instant: Instant
  integer: number
  number: number
  'yes-no': boolean
  list: readonly string[]
}

type CellOf<F extends Field> = F extends { readonly values: readonly (infer V)[] }
  ? F['kind'] extends 'list'
    ? readonly V[]
    : V
  : CellKinds[F['kind']]

/** Row type of a list of fields: optional fields may be null, required ones never are. */
export type RowOf<Fields extends readonly Field[]> = {
  readonly [F in Fields[number] as F['name']]: F['required'] extends true ? CellOf<F> : CellOf<F> | null
}
