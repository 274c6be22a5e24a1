import { importTable, type RowFault } from '@wayproof/evidence'
import { type Fault, type Outcome, ok } from '@wayproof/kernel'
import type { ImportedRegister } from '@wayproof/store'
import { importTravelers, type TravelerRow } from '@wayproof/survey'
import type { Parts } from '../context.ts'
import { surveyPorts } from '../ports.ts'
import { readingOf } from './profiles.ts'
import { type ImportedTable, readFile } from './read-file.ts'
import { travelerFaults } from './traveler-faults.ts'

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
  /** Columns of codes in which the file has numbers, so that zeros in front are lost. */
  readonly numberColumns?: readonly string[]
}

/** `rows` are the first 100 faults of single rows; `total` counts all of them. */
export type ImportFault = Fault & {
  readonly columns?: readonly string[]
  readonly rows?: readonly RowFault[]
  readonly total?: number
}

const FAULTS_TOLD = 100

/** Reads a file and takes it into its register: all of it, or nothing. Fault `profile-unknown`, and those of the file. */
export async function importFile(parts: Parts, command: ImportFile): Promise<Outcome<ImportReport, ImportFault>> {
  const reading = readingOf(command.register, command.profile)
  if (!reading) return { ok: false, fault: { code: 'profile-unknown' } }
  const table = await readFile(command.source, reading)
  if (!table.ok) return table
  const taken =
    command.register === 'travelers'
      ? await takeTravelers(parts, command, table.value)
      : await importTable(
          { evidence: parts.store.evidence, clock: parts.clock, ids: parts.ids },
          { ...command, register: command.register, profile: reading.profile, table: table.value },
        )
  return taken.ok ? ok({ ...taken.value, numberColumns: table.value.numberColumns }) : taken
}

async function takeTravelers(
  parts: Parts,
  { fileName, by, dryRun }: ImportFile,
  { rows, digest, rowCount }: ImportedTable,
): Promise<Outcome<ImportReport, ImportFault>> {
  // The fields of a traveler file are texts, a month and a yes-no.
  const travelers = rows as readonly TravelerRow[]
  const taken = await importTravelers(surveyPorts(parts), { rows: travelers, fileName, digest, by, dryRun })
  if (taken.ok) return { ok: true, value: { rows: rowCount, digest, ...taken.value } }
  const faults = travelerFaults(taken.fault.rows, travelers)
  return { ok: false, fault: { code: 'bad-rows', rows: faults.slice(0, FAULTS_TOLD), total: faults.length } }
}
