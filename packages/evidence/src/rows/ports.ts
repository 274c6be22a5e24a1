import type { Clock, Fault, Instant, Outcome } from '@wayproof/kernel'
import type { Held } from '../checks/row-check.ts'
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
  /** Whether a key of an outside system brought it: `fileName` is then what was called, `rowNumber` the place from 1. */
  readonly byKey: boolean
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
  /** Rows in the order of the keys, from the one after `key` on; null where the text is no key. */
  after(register: RegisterId, key: string | null, limit: number): Promise<readonly StoredRow[] | null>
  /** Every row in the order of the keys, a thousand at a time; each thousand is read when it is asked for. */
  all(register: RegisterId): Iterable<readonly Cells[]>
  /** Null where no row has this key, or the text is no key. */
  find(register: RegisterId, key: string): Promise<StoredRow | null>
  /** How many people of each unit a register about staff has rows of. */
  countByUnit(register: StaffRegister): Promise<readonly UnitCount[]>
  /** What became of the row of a key, newest first. */
  history(register: RegisterId, key: string): Promise<readonly RowChange[]>
  /** Rows that were removed by hand and did not come back, latest first, at most a thousand. */
  removed(register: RegisterId): Promise<readonly RemovedRow[]>
  /** Decides and writes in one step, and keeps what was before; the keys that were written. */
  write<F extends Fault>(
    register: RegisterId,
    stamp: WriteStamp,
    decide: (view: RegisterView) => Outcome<RowWrite, F>,
  ): Promise<Outcome<readonly string[], F>>
}

/** The registers whose rows are about single members of staff. */
export const STAFF_REGISTERS = ['staff-roles', 'staff-leave', 'training-completions', 'exam-attempts'] as const
export type StaffRegister = (typeof STAFF_REGISTERS)[number]

/** What became of a row once, and who did it. */
export interface RowChange {
  readonly at: Instant
  /** A user's name; where the user is gone or a command imported, what was noted. */
  readonly by: string
  /** Null for an import. */
  readonly reason: string | null
  /** The file that changed the row; null for a change by hand. */
  readonly file: string | null
  /** The file whose import was undone by this change. */
  readonly undone: string | null
  /** Null where there was no row. */
  readonly before: Cells | null
  /** Null where there is none any more. */
  readonly after: Cells | null
  /** The file that had brought what was before. */
  readonly cameWith: Pick<RowOrigin, 'fileName' | 'rowNumber'> | null
}

/** A row that was removed, and when. */
export interface RemovedRow {
  readonly key: string
  readonly cells: Cells
  readonly at: Instant
  readonly by: string
  readonly reason: string | null
}

/** A register as a write sees it: nothing changes between what it tells and what is then written. */
export interface RegisterView {
  readonly held: Held
  find(key: string): StoredRow | null
  /** The keys of a row's records that are in the register. */
  taken(cells: Cells): readonly string[]
  /** What was removed under this key last, where nothing stands there now. */
  removed(key: string): Cells | null
  /** Whether any row of a register has this cell. */
  has(register: RegisterId, field: string, cell: Cell): boolean
}

export type RowWrite =
  | { readonly kind: 'put'; readonly cells: Cells }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'restore'; readonly key: string }

export interface WriteStamp {
  readonly at: Instant
  /** Id of the user. */
  readonly by: string
  readonly reason: string
}

export interface RowPorts {
  readonly rows: RowStore
  readonly clock: Clock
  /** The organisation's. */
  readonly timeZone: string
}
