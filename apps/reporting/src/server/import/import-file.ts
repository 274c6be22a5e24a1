import {
  addFaults,
  type BadRows,
  importTable,
  type MisspeltColumn,
  type OffRoster,
  type PreviewRow,
  type RowFault,
  readWhole,
  withUnread,
} from '@wayproof/evidence'
import { type Fault, type Outcome, ok } from '@wayproof/kernel'
import type { ImportedRegister } from '@wayproof/store'
import { importTravelers, type TravelerImportCounts, type TravelerPiece } from '@wayproof/survey'
import type { Parts } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { findReading } from './find-reading.ts'
import { type ReadFault, type ReadPiece, readFile } from './read-file.ts'
import { travelerFaults } from './traveler-faults.ts'
import { watchHead } from './watch-head.ts'

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
  /** A dry run of any other register has these: row by row, what would change. */
  readonly preview?: readonly PreviewRow[]
  /** Travelers only: kept, but never invited. */
  readonly notAdult?: number
  /** Travelers only: kept, but never invited for want of a legal basis. */
  readonly noBasis?: number
  /** Travelers only: left out, for they asked to be erased. */
  readonly erased?: number
  /** Travelers only: left out, for another traveler has the same address. */
  readonly sameAddress?: number
  /** Travelers only: languages that no letter is written in. */
  readonly otherLanguages?: readonly string[]
  /** A dry run of travelers has these: the groups that the file would make. */
  readonly found?: TravelerImportCounts['found']
  /** Results only: staff numbers that the roster does not have. */
  readonly offRoster?: OffRoster
  /** Columns of codes in which the file has numbers, so that zeros in front are lost. */
  readonly numberColumns?: readonly string[]
  /** Columns of optional fields that the file does not have. */
  readonly absentColumns?: readonly string[]
}

/** `rows` are the first 100 faults of single rows; `total` counts all of them. */
export type ImportFault = Fault & {
  readonly columns?: readonly string[]
  readonly misspelt?: readonly MisspeltColumn[]
  readonly rows?: readonly RowFault[]
  readonly total?: number
}

/** Reads a file and takes it into its register: all of it, or nothing. Fault `profile-unknown`, and those of the file. */
export async function importFile(parts: Parts, command: ImportFile): Promise<Outcome<ImportReport, ImportFault>> {
  const { source, isText } = watchHead(command.source)
  const taken = await takeFile(parts, { ...command, source })
  // A text that is named as a workbook lacks columns only as one.
  const misnamed = !taken.ok && taken.fault.code === 'column-missing' && /\.xlsx$/i.test(command.fileName) && isText()
  return misnamed ? { ok: false, fault: { code: 'bad-xlsx' } } : taken
}

async function takeFile(parts: Parts, command: ImportFile): Promise<Outcome<ImportReport, ImportFault>> {
  const reading = await findReading(parts, command.register, command.profile)
  if (!reading) return { ok: false, fault: { code: 'profile-unknown' } }
  const pieces = readFile(command.source, reading)
  if (command.register === 'travelers') return takeTravelers(parts, command, pieces)
  const table = await readWhole(pieces)
  const ports = { evidence: parts.store.evidence, clock: parts.clock, ids: parts.ids, timeZone: parts.timeZone }
  const { register } = command
  const { profile } = reading
  if (!table.ok) {
    const { fault, sound = [] } = table
    return {
      ok: false,
      fault: fault.code === 'bad-rows' ? await addFaults(ports, { register, profile, fault, sound }) : fault,
    }
  }
  const taken = await importTable(ports, { ...command, register, profile, table: table.value })
  const { numberColumns, absentColumns } = table.value
  return taken.ok ? ok({ ...taken.value, numberColumns, absentColumns }) : taken
}

async function takeTravelers(
  parts: Parts,
  { fileName, by, dryRun }: ImportFile,
  pieces: AsyncIterable<ReadPiece>,
): Promise<Outcome<ImportReport, ImportFault>> {
  let columns: Pick<ImportReport, 'numberColumns' | 'absentColumns'> = {}
  let unread: BadRows | null = null
  async function* table(): AsyncGenerator<TravelerPiece<ReadFault>> {
    for await (const piece of pieces) {
      if (piece.kind === 'end') columns = { numberColumns: piece.numberColumns, absentColumns: piece.absentColumns }
      if (piece.kind === 'fault' && piece.fault.code === 'bad-rows') {
        unread = piece.fault
        yield { kind: 'end', digest: '', unread: unread.total }
        return
      }
      // The fields of a traveler file are texts, days, a month and yes-no.
      yield piece as TravelerPiece<ReadFault>
    }
  }
  const taken = await importTravelers(surveyPorts(parts), { table: table(), fileName, by, dryRun })
  if (taken.ok) return ok({ ...taken.value, ...columns })
  if (taken.fault.code !== 'rows-invalid') return { ok: false, fault: taken.fault }
  const faults = travelerFaults(taken.fault)
  return { ok: false, fault: unread ? withUnread(unread, faults) : faults }
}
