import { importTable, type RowFault, readWhole } from '@wayproof/evidence'
import type { Fault, Outcome } from '@wayproof/kernel'
import type { ImportedRegister } from '@wayproof/store'
import { BASIS_KINDS, importTravelers, type TravelerPiece, type TravelerRowFault } from '@wayproof/survey'
import type { Parts } from '../context.ts'
import { surveyPorts } from '../ports.ts'
import { readingOf } from './profiles.ts'
import { type ReadFault, type ReadPiece, readFile } from './read-file.ts'

export interface ImportFile {
  readonly register: ImportedRegister
  readonly profile: string
  readonly fileName: string
  readonly dryRun: boolean
  /** Id of the officer. */
  readonly by: string
  readonly source: AsyncIterable<Uint8Array>
}

export interface ImportReport {
  readonly rows: number
  readonly digest: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Travelers only: kept, but never invited. */
  readonly notAdult?: number
  /** Travelers only: kept, but never invited for want of a legal basis. */
  readonly noBasis?: number
  /** Travelers only: left out, for they asked to be erased. */
  readonly erased?: number
}

/** `rows` are the first 100 faults of single rows; `total` counts all of them. */
export type ImportFault = Fault & {
  readonly columns?: readonly string[]
  readonly rows?: readonly RowFault[]
  readonly total?: number
}

/** Reads a file and takes it into its register: all of it, or nothing. Fault `profile-unknown`, and those of the file. */
export async function importFile(parts: Parts, command: ImportFile): Promise<Outcome<ImportReport, ImportFault>> {
  const reading = readingOf(command.register, command.profile)
  if (!reading) return { ok: false, fault: { code: 'profile-unknown' } }
  const pieces = readFile(command.source, reading)
  if (command.register === 'travelers') return takeTravelers(parts, command, pieces)
  const table = await readWhole(pieces)
  return table.ok
    ? importTable(
        { evidence: parts.store.evidence, clock: parts.clock, ids: parts.ids },
        { ...command, register: command.register, profile: reading.profile, table: table.value },
      )
    : table
}

async function takeTravelers(
  parts: Parts,
  { fileName, by, dryRun }: ImportFile,
  pieces: AsyncIterable<ReadPiece>,
): Promise<Outcome<ImportReport, ImportFault>> {
  // The fields of a traveler file are texts, days, a month and yes-no.
  const table = pieces as AsyncIterable<TravelerPiece<ReadFault>>
  const taken = await importTravelers(surveyPorts(parts), { table, fileName, by, dryRun })
  if (taken.ok) return taken
  if (taken.fault.code !== 'rows-invalid') return { ok: false, fault: taken.fault }
  const { rows, total } = taken.fault
  return { ok: false, fault: { code: 'bad-rows', rows: rows.map(rowFault), total } }
}

/** In the form of the other registers, whose codes name the same things. */
function rowFault({ rowNumber, code, text, figures }: TravelerRowFault): RowFault {
  const told = TRAVELER_FAULTS[code]
  const column = typeof figures?.field === 'string' ? figures.field : (told?.column ?? null)
  const other = typeof figures?.row === 'number' ? { otherRow: figures.row } : {}
  return { rowNumber, column, code: told?.code ?? 'bad-value', text, expected: told?.expected ?? '', ...other }
}

interface TravelerFault {
  readonly code: RowFault['code']
  readonly expected?: string
  readonly column?: string
}

const TRAVELER_FAULTS: Readonly<Record<string, TravelerFault>> = {
  'cell-empty': { code: 'required' },
  'text-too-long': { code: 'too-long', expected: '100' },
  'month-invalid': { code: 'bad-month', expected: 'YYYY-MM' },
  'country-invalid': { code: 'bad-value', expected: 'CN, DE, CN DE' },
  'basis-invalid': { code: 'bad-value', expected: BASIS_KINDS.join(', ') },
  'day-invalid': { code: 'bad-day', expected: 'YYYY-MM-DD' },
  'email-invalid': { code: 'bad-value', expected: 'name@company.example' },
  'customer-twice': { code: 'duplicate', column: 'customerNumber' },
  'address-twice': { code: 'duplicate', column: 'email' },
  'address-taken': { code: 'taken', column: 'email' },
}
