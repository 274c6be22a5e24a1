import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Fault, Outcome } from '@wayproof/kernel/outcome'
import type { StoredReferences } from '../checks/row-check.ts'
import type { Cell } from '../import/field.ts'
import type { RegisterId, StaffRegister } from '../register.ts'
import type { RowFilter } from './row-filter.ts'

/** Cells of a stored row by field. */
export type Cells = Readonly<Record<string, Cell>>

/** The file that a row came from. */
export interface RowOrigin {
  readonly fileName: string
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string
  /** Row number as in a spreadsheet. */
  readonly rowNumber: number
  readonly at: Instant
  /** Name of the user; for a deleted user or a command, the recorded name. */
  readonly by: string
  /**
   * True if an external system sent the row with its key. `fileName` is then the called procedure, and `rowNumber` the
   * position from 1.
   */
  readonly byKey: boolean
}

/** A stored row. A policy check of two languages is two rows. */
export interface StoredRow {
  /** Its key as a JSON list of texts. */
  readonly key: string
  readonly cells: Cells
  /** Null for a row entered by hand. */
  readonly origin: RowOrigin | null
}

export interface RowQuery {
  /** Text to find in any text or day cell, ignoring the case of Latin letters. */
  readonly find: string
  /** Conditions that a row meets together. */
  readonly filters: readonly RowFilter[]
  /** Null for the order of the keys. Empty cells come last in both directions. */
  readonly sort: { readonly field: string; readonly isDescending: boolean } | null
  readonly offset: number
  readonly limit: number
}

export interface RowPage {
  readonly rows: readonly StoredRow[]
  /** Number of matching rows on all pages. */
  readonly total: number
}

/** Number of staff in a unit with rows in a register. */
export interface UnitCount {
  /** Empty for staff numbers that the roster lacks. */
  readonly unit: string
  readonly people: number
}

export interface RowStore {
  page(register: RegisterId, query: RowQuery): Promise<RowPage>
  /** Rows in key order after `key`; null if the text is no key. */
  after(register: RegisterId, key: string | null, limit: number): Promise<readonly StoredRow[] | null>
  /** Number of matching rows that also meet the conditions of each view. */
  counts(
    register: RegisterId,
    query: Pick<RowQuery, 'find' | 'filters'>,
    views: readonly (readonly RowFilter[])[],
  ): Promise<readonly number[]>
  /** All matching rows in key order, 1,000 at a time, each batch read on demand. */
  all(register: RegisterId, query?: Pick<RowQuery, 'find' | 'filters'>): AsyncIterable<readonly Cells[]>
  /** Null if no row has this key or the text is no key. */
  find(register: RegisterId, key: string): Promise<StoredRow | null>
  /** Number of people by unit with rows in a staff register. */
  countByUnit(register: StaffRegister): Promise<readonly UnitCount[]>
  /** History of the row with a key, newest first. */
  history(register: RegisterId, key: string): Promise<readonly RowChange[]>
  /** Rows removed by hand and not restored, latest first, at most 1,000. */
  removed(register: RegisterId): Promise<readonly RemovedRow[]>
  /**
   * Decides and writes in one transaction and records the old values. Returns the written keys. `decide` may be run again
   * after a conflict, and calls no other store.
   */
  write<F extends Fault>(
    register: RegisterId,
    stamp: WriteStamp,
    decide: (view: RegisterView) => Promise<Outcome<readonly RowWrite[], F>>,
  ): Promise<Outcome<readonly string[], F>>
}

/** One change of a row, with the person who made it. */
export interface RowChange {
  readonly at: Instant
  /** Name of the user; for a deleted user or a command, the recorded name. */
  readonly by: string
  /** Null for an import. */
  readonly reason: string | null
  /** The file that changed the row; null for a manual change. */
  readonly file: string | null
  /** The file whose import this change has undone. */
  readonly undone: string | null
  /** Null if there was no row. */
  readonly before: Cells | null
  /** Null if the row was removed. */
  readonly after: Cells | null
  /** The file that the old values came from. */
  readonly cameWith: Pick<RowOrigin, 'fileName' | 'rowNumber'> | null
}

/** A removed row, with the moment of removal. */
export interface RemovedRow {
  readonly key: string
  readonly cells: Cells
  readonly at: Instant
  readonly by: string
  readonly reason: string | null
}

/** The register during a write; nothing changes between a read and the following write. */
export interface RegisterView {
  /** Loads what a row with these staff numbers is checked against. */
  held(staffNumbers: readonly string[]): Promise<StoredReferences>
  find(key: string): Promise<StoredRow | null>
  /** The unique keys of these cells that already exist in the register. */
  taken(cells: Cells): Promise<readonly string[]>
  /** The last cells removed under this key, if no row has the key now. */
  removed(key: string): Promise<Cells | null>
  /** Returns true if any row of a register has this cell. */
  has(register: RegisterId, field: string, cell: Cell): Promise<boolean>
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
  /** Time zone of the organization. */
  readonly timeZone: string
}
