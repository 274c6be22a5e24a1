import type { Instant } from '@wayproof/kernel'
import type { Cell } from '../import/field.ts'
import type { RegisterId } from '../register.ts'

/** The cells of a row by field, as the register keeps them. */
export type Cells = Readonly<Record<string, Cell>>

/** The file that brought a row. */
export interface RowOrigin {
  readonly fileName: string
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string
  /** As a spreadsheet counts. */
  readonly rowNumber: number
  readonly at: Instant
  /** A user's name; where the user is gone or a command imported, what was noted. */
  readonly by: string
}

/** A row as the register holds it. A policy check of two languages is two rows. */
export interface StoredRow {
  /** Its key as a JSON list of texts: the row's address. */
  readonly key: string
  readonly cells: Cells
  /** Null for a row that was entered by hand. */
  readonly origin: RowOrigin | null
}

export interface RowQuery {
  /** Contained in any cell that is a text or a day; case of Latin letters aside. */
  readonly find: string
  /** Only rows with this cell in this field. */
  readonly only: { readonly field: string; readonly cell: Cell } | null
  readonly offset: number
  readonly limit: number
}

export interface RowPage {
  /** In the order of their keys. */
  readonly rows: readonly StoredRow[]
  /** Rows that the query finds, on whatever page. */
  readonly total: number
}

/** Staff of a unit who have rows in a register. */
export interface UnitCount {
  /** Empty for staff whom the roster does not know. */
  readonly unit: string
  readonly people: number
}

export interface RowStore {
  page(register: RegisterId, query: RowQuery): Promise<RowPage>
  /** Null where no row has this key, or the text is no key. */
  find(register: RegisterId, key: string): Promise<StoredRow | null>
  /** How many people of each unit a register about staff has rows of. */
  countByUnit(register: StaffRegister): Promise<readonly UnitCount[]>
}

/** The registers whose rows are about single members of staff. */
export const STAFF_REGISTERS = ['staff-roles', 'staff-leave', 'training-completions', 'exam-attempts'] as const
export type StaffRegister = (typeof STAFF_REGISTERS)[number]
