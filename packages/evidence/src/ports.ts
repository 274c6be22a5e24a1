import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { MadeRepair } from './checks/propose-repairs.ts'
import type { StoredReferences } from './checks/row-check.ts'
import type { TableRow } from './import/table.ts'
import type { RegisterId, RegisterRows } from './register.ts'
import type { Cells } from './rows/ports.ts'

/** Origin of imported rows. */
export interface ImportOrigin {
  readonly id: Id
  readonly fileName: string
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string
  readonly at: Instant
  /** The importer: a user's id, or the name of a command. */
  readonly by: string
}

/** Idempotency key of a request with its response. The response is stored, so a repeated request is executed once. */
export interface RequestReceipt {
  readonly keyId: Id
  readonly askedAs: Uint8Array
  readonly bodyHash: Uint8Array
}

/**
 * A request by which an external system sent rows with its key. `fileName` is then the called procedure, and the digest
 * is that of the request body.
 */
export interface ImportRequest {
  readonly receipt: RequestReceipt | null
}

/** A completed import. */
export interface PastImport extends ImportOrigin {
  readonly register: RegisterId
  readonly rowCount: number
}

/** Number of entries by their change. A policy check of two languages counts as two entries. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** A row of a file beside the stored row with the same key. */
export interface PreviewRow {
  readonly kind: 'changed' | 'added' | 'unchanged'
  /** Row number in the file. */
  readonly rowNumber: number
  readonly before: Cells | null
  readonly after: Cells
  /** True if a user has entered, corrected or removed a row of this key by hand. */
  readonly byHand: boolean
}

export interface Preview extends Changes {
  /** The first 200 rows: changed, new, then unchanged ones, each in file order. */
  readonly preview: readonly PreviewRow[]
}

/** A request to undo an import. */
export interface UndoCommand {
  readonly register: RegisterId
  readonly importId: Id
  readonly at: Instant
  /** Id of the user. */
  readonly by: Id
  readonly reason: string
}

/** Reasons why an import cannot be undone; nothing was changed. */
export type UndoFault =
  /**
   * `import-unknown`: it does not exist. `import-undone`: it is already undone. `import-not-last`: a later import
   * exists.
   */
  | { readonly code: 'import-unknown' | 'import-undone' | 'import-not-last' | 'reason-missing' }
  /** Rows of the import were corrected, removed or proved by hand since; the first 20 keys. */
  | { readonly code: 'import-touched'; readonly keys: readonly string[]; readonly total: number }
  /** Rows of these registers refer to added rows. */
  | { readonly code: 'row-referred-to'; readonly registers: readonly RegisterId[] }

/**
 * Staff of a quarter. Two roles of one staff number are one person, who leaves where neither lasts and joins again with the
 * next one.
 */
export interface RosterQuarter {
  readonly quarter: PeriodKey
  readonly start: CalendarDate
  readonly end: CalendarDate
  /** Staff who started by the end and had not left by then; a person whose last day is the quarter's last has left. */
  readonly activeAtEnd: number
  /**
   * Active at the end with at least 30 days of service, the first and last day included; a gap of more than 30 days
   * starts them again.
   */
  readonly inScopeTenure30: number
  readonly joinedInQuarter: number
  readonly leftInQuarter: number
  readonly joinedAndLeft: number
}

/** Incidents by the year of their confirmation, or else of their occurrence, in any state. */
export interface IncidentYear {
  readonly year: number
  readonly incidents: number
  /** Incidents with a confirmed disclosure. */
  readonly confirmedDisclosure: number
  readonly customerData: number
  /** Incidents without a date of confirmation, counted in the year of occurrence. */
  readonly yearAssumed: number
}

/** The origin that `saveRows` stores, and its condition. */
export interface SaveOrigin extends ImportOrigin {
  readonly request?: ImportRequest
  /** References that its user corrected at the import. */
  readonly repairs?: readonly MadeRepair[]
  /** Register revision that the rows were checked against. */
  readonly checkedAt?: number
}

export interface EvidenceStore {
  /** The revision; it changes with every change of any register. */
  revision(): Promise<number>
  /** Loads what rows with these staff numbers are checked against. */
  held(staffNumbers: readonly string[]): Promise<StoredReferences>
  /**
   * Inserts the rows, replacing those with the same key, and records the import, in one transaction. Returns null and
   * changes nothing if the registers have changed since the check.
   */
  saveRows<Register extends RegisterId>(
    register: Register,
    rows: readonly TableRow<RegisterRows[Register]>[],
    origin: SaveOrigin,
  ): Promise<Changes | null>
  /** Returns the changes that `saveRows` would make, without storing anything. */
  compareRows<Register extends RegisterId>(
    register: Register,
    rows: readonly TableRow<RegisterRows[Register]>[],
  ): Promise<Preview>
  /** Restores the rows from before the last import of a register and records both states in the history. */
  undoImport(command: UndoCommand): Promise<Outcome<Changes, UndoFault>>
  /** The latest imports, at most `limit`, newest first. */
  listImports(limit: number): Promise<readonly PastImport[]>
  /** Every quarter from the first start to the last start or end in the register. */
  rosterQuarters(): Promise<readonly RosterQuarter[]>
  incidentYears(): Promise<readonly IncidentYear[]>
}

export interface ImportPorts {
  readonly evidence: EvidenceStore
  readonly clock: Clock
  readonly ids: Ids
  /** Time zone of the organization. */
  readonly timeZone: string
}
