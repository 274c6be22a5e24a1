import type { CalendarDate, Clock, Id, Ids, Instant, Outcome, PeriodKey } from '@wayproof/kernel'
import type { Held } from './checks/row-check.ts'
import type { TableRow } from './import/read-table.ts'
import type { RegisterId, RegisterRows } from './register.ts'
import type { Cells } from './rows/ports.ts'

/** Where rows come from. */
export interface ImportOrigin {
  readonly id: Id
  readonly fileName: string
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string
  readonly at: Instant
  /** The importer: a user's id, or the name of a command. */
  readonly by: string
}

/** What the sender of a request calls it, and what it stands for: kept with what it was answered, it is done once. */
export interface RequestReceipt {
  readonly keyId: Id
  readonly askedAs: Uint8Array
  readonly bodyHash: Uint8Array
}

/** Rows that an outside system sent under a key; `fileName` is then what it called, the digest that of what it sent. */
export interface ImportRequest {
  readonly receipt: RequestReceipt | null
}

/** An import that happened. */
export interface PastImport extends ImportOrigin {
  readonly register: RegisterId
  readonly rowCount: number
}

/** Entries of the register by what the import does to them. A policy check of two languages is two entries. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** A row of a file beside what the register holds under its key. */
export interface PreviewRow {
  readonly kind: 'changed' | 'added' | 'unchanged'
  /** In the file. */
  readonly rowNumber: number
  readonly before: Cells | null
  readonly after: Cells
  /** Somebody entered, corrected or removed a row of this key by hand before. */
  readonly byHand: boolean
}

export interface Preview extends Changes {
  /** Changed ones first, then new ones, then the others, each in the order of the file: the first 200. */
  readonly preview: readonly PreviewRow[]
}

/** An import to be taken back, and by whom. */
export interface UndoCommand {
  readonly register: RegisterId
  readonly importId: Id
  readonly at: Instant
  /** Id of the user. */
  readonly by: Id
  readonly reason: string
}

/** Why an import stands: nothing was changed. */
export type UndoFault =
  /** `import-unknown` there is none, `import-undone` it is undone, `import-not-last` a later one stands. */
  | { readonly code: 'import-unknown' | 'import-undone' | 'import-not-last' | 'reason-missing' }
  /** Rows it brought were corrected, removed or proved by hand since; the first 20 keys. */
  | { readonly code: 'import-touched'; readonly keys: readonly string[]; readonly total: number }
  /** Rows of these registers refer to rows it added. */
  | { readonly code: 'row-referred-to'; readonly registers: readonly RegisterId[] }

/** The staff of a quarter; two roles of a number are one person. */
export interface RosterQuarter {
  readonly quarter: PeriodKey
  readonly start: CalendarDate
  readonly end: CalendarDate
  /** Started by the end and not left by then; whoever leaves on the last day is gone. */
  readonly activeAtEnd: number
  /** Staff active at the end with 30 days or more, the first and the last included. */
  readonly inScopeTenure30: number
  readonly joinedInQuarter: number
  readonly leftInQuarter: number
  readonly joinedAndLeft: number
}

/** Incidents by the year they count in, whatever their state. */
export interface IncidentYear {
  readonly year: number
  readonly incidents: number
  /** With a disclosure that is certain. */
  readonly confirmedDisclosure: number
  readonly customerData: number
  /** Without a date of confirmation: counted in the year of occurrence. */
  readonly yearAssumed: number
}

/** What `saveRows` needs beyond the rows. */
export interface SaveOrigin extends ImportOrigin {
  readonly request?: ImportRequest
  /** The revision of the registers that the rows were checked against. */
  readonly checkedAt?: number
}

export interface EvidenceStore {
  /** Changes whenever any register does. */
  revision(): Promise<number>
  /** What rows are checked against; leave is looked up when it is asked for. */
  held(): Promise<Held>
  /**
   * Adds the rows and replaces those of the same key, all in one step, and notes the import. Null, and nothing is done, where
   * the registers are no longer those that the rows were checked against.
   */
  saveRows<Register extends RegisterId>(
    register: Register,
    rows: readonly TableRow<RegisterRows[Register]>[],
    origin: SaveOrigin,
  ): Promise<Changes | null>
  /** What `saveRows` would do; keeps nothing. */
  compareRows<Register extends RegisterId>(
    register: Register,
    rows: readonly TableRow<RegisterRows[Register]>[],
  ): Promise<Preview>
  /** Puts every row back to what it was before the last import of a register, and keeps both in the history. */
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
  /** The organisation's. */
  readonly timeZone: string
}
