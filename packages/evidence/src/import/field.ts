import type { CalendarDate, Instant, PartialDate } from '@wayproof/kernel'

export type FieldKind = 'text' | 'day' | 'month' | 'partial-date' | 'instant' | 'integer' | 'number' | 'yes-no' | 'list'

/** One thing a register keeps of each row. Whatever no field asks for is dropped while the file is read. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  /** Whether every row has it. A file may come without the column of another field, whose cells are then empty. */
  readonly required: boolean
  /** Characters a text may have, 200 unless told. */
  readonly maxLength?: number
  /** The only texts allowed, or items of a list. */
  readonly values?: readonly string[]
  /** Texts that have a word of their own, where others may stand too; `countries` are those of ISO 3166-1. */
  readonly known?: readonly string[] | 'countries'
  /** Whether digits are no quantity: zeros in front of them count. */
  readonly code?: boolean
  /** A number that names a year: read without separators. */
  readonly year?: true
  /** A day or moment that has happened: none in the future. */
  readonly past?: boolean
  /** A day on which something begins or is due, which may lie ahead, two years at most. */
  readonly planned?: boolean
  /** Bounds of a number, both included. */
  readonly min?: number
  readonly max?: number
}

export const MAX_LENGTH = 200

export type Cell = string | number | boolean | readonly string[] | null

/** What each kind becomes: days and months are ISO 8601 texts, a list is sorted and without repeats. */
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

/** The row a list of fields describes: an optional field may be null, a required one never is. */
export type RowOf<Fields extends readonly Field[]> = {
  readonly [F in Fields[number] as F['name']]: F['required'] extends true ? CellOf<F> : CellOf<F> | null
}
