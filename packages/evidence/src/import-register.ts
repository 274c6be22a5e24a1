import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { checkRows } from './checks/check-rows.ts'
import { type OffRoster, offRoster, staffNumbers } from './checks/off-roster.ts'
import type { MadeRepair } from './checks/propose-repairs.ts'
import type { CheckContext } from './checks/row-check.ts'
import type { Cell } from './import/field.ts'
import type { ImportProfile } from './import/profile.ts'
import { columnsOf } from './import/profile.ts'
import { readTable } from './import/read-table.ts'
import type { Table, TableRow } from './import/table.ts'
import { type BadRows, RowFaults, type TableFault, withUnread } from './import/table-fault.ts'
import type { Changes, EvidenceStore, ImportPorts, ImportRequest, Preview } from './ports.ts'
import { type RegisterId, type RegisterRows, registers } from './register.ts'

export interface ImportCommand<Register extends RegisterId = RegisterId> {
  readonly register: Register
  readonly profile: ImportProfile
  readonly source: AsyncIterable<Uint8Array>
  readonly fileName: string
  readonly by: string
  /** True: reads, checks and compares the file without storing anything. */
  readonly dryRun: boolean
}

export interface ImportResult extends Changes {
  readonly register: RegisterId
  /** Rows in the file. */
  readonly rows: number
  readonly digest: string
  /** Staff numbers of results that the roster lacks. They count for nobody until the roster has them. */
  readonly offRoster: OffRoster
  /** Present after a dry run. */
  readonly preview?: Preview['preview']
}

interface Ports extends Omit<ImportPorts, 'evidence'> {
  readonly evidence: Pick<EvidenceStore, 'revision' | 'held' | 'compareRows' | 'saveRows'>
}

/**
 * Imports a file into a register completely, or stores nothing and returns the faults by row. Importing the same file
 * again changes nothing.
 */
export async function importRegister<Register extends RegisterId>(
  ports: Ports,
  command: ImportCommand<Register>,
): Promise<Outcome<ImportResult, TableFault>> {
  const table = await readTable(command.source, registers[command.register].fields, command.profile)
  if (table.ok) return importTable(ports, { ...command, table: table.value })
  const { fault, sound = [] } = table
  return { ok: false, fault: fault.code === 'bad-rows' ? await addFaults(ports, { ...command, sound, fault }) : fault }
}

export interface FaultyRows<Register extends RegisterId = RegisterId>
  extends Pick<ImportCommand<Register>, 'register' | 'profile'> {
  readonly fault: BadRows
  readonly sound: readonly TableRow<Readonly<Record<string, Cell>>>[]
  /** Most faults returned in detail, 100 by default; the others are only counted. */
  readonly mostFaults?: number
}

/** Combines the faults of unreadable rows with those of the readable ones, so that one import reports all of them. */
export async function addFaults<Register extends RegisterId>(
  ports: Omit<Ports, 'ids'>,
  { register, profile, fault, sound, mostFaults }: FaultyRows<Register>,
): Promise<BadRows> {
  // An unreadable row may have been meant to replace stored leave, so stored leave is not compared.
  const context = await readKnown(ports, [])
  const rows = sound as unknown as readonly TableRow<RegisterRows[Register]>[]
  return withUnread(fault, faultsIn(register, profile, rows, context, mostFaults).fault(), mostFaults)
}

export interface TableCommand<Register extends RegisterId = RegisterId>
  extends Omit<ImportCommand<Register>, 'source'> {
  /** Parsed from the register's own format, possibly in another process. */
  readonly table: Table<Readonly<Record<string, Cell>>>
  /** Present if an external system sent the rows. */
  readonly request?: ImportRequest
  /** References that were corrected in the rows before. */
  readonly repairs?: readonly MadeRepair[]
}

/** Second half of `importRegister`: checks the rows of a parsed file and stores all of them or none. */
export async function importTable<Register extends RegisterId>(
  ports: Ports,
  { register, profile, table, fileName, by, dryRun, request, repairs }: TableCommand<Register>,
): Promise<Outcome<ImportResult, TableFault>> {
  const { digest, rowCount } = table
  const rows = table.rows as unknown as readonly TableRow<RegisterRows[Register]>[]
  const numbers = staffNumbers(register, rows)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // The revision is read before the registers, so that a change in between is noticed.
    const checkedAt = await ports.evidence.revision()
    const context = await readKnown(ports, numbers)
    const faults = faultsIn(register, profile, rows, context)
    if (faults.total > 0) return { ok: false, fault: faults.fault() }
    const result = { register, rows: rowCount, digest, offRoster: offRoster(register, rows, context) }
    if (dryRun) return ok({ ...result, ...(await ports.evidence.compareRows(register, rows)) })
    const provenance = { ...(request && { request }), ...(repairs && { repairs }) }
    const origin = { id: ports.ids.next(), fileName, digest, at: ports.clock.now(), by, checkedAt, ...provenance }
    const changes = await ports.evidence.saveRows(register, rows, origin)
    if (changes) return ok({ ...result, ...changes })
  }
  return { ok: false, fault: { code: 'registers-changed' } }
}

async function readKnown(
  { evidence, clock, timeZone }: Omit<Ports, 'ids'>,
  staffNumbers: readonly string[],
): Promise<CheckContext> {
  return { ...(await evidence.held(staffNumbers)), now: clock.now(), timeZone }
}

/** Returns the faults in file order, under the file's column names. */
function faultsIn<Register extends RegisterId>(
  register: Register,
  profile: ImportProfile,
  rows: readonly TableRow<RegisterRows[Register]>[],
  context: CheckContext,
  most?: number,
): RowFaults {
  const faults = new RowFaults(most)
  const checkFaults = checkRows(register, rows, context).sort(
    (checkFault, other) => checkFault.rowNumber - other.rowNumber,
  )
  for (const { field, ...fault } of checkFaults) {
    faults.add({ ...fault, column: columnsOf(field, profile).join(', ') || null })
  }
  return faults
}

/** Most attempts to check the rows when another user changes a register in between. */
const MOST_TRIES = 5
