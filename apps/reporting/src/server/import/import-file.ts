import type { OffRoster } from '@wayproof/evidence/checks/off-roster'
import { type MadeRepair, type ReferenceRepair, repairRows } from '@wayproof/evidence/checks/propose-repairs'
import { isWorkbook } from '@wayproof/evidence/import/read-source'
import { readAllRows } from '@wayproof/evidence/import/read-table'
import type { TableRow } from '@wayproof/evidence/import/table'
import { type BadRows, type MisspeltColumn, type RowFault, withUnread } from '@wayproof/evidence/import/table-fault'
import { addFaults, importTable } from '@wayproof/evidence/import-register'
import { profileOf } from '@wayproof/evidence/mapping/column-mapping'
import type { PreviewRow } from '@wayproof/evidence/ports'
import type { RegisterId, RegisterRows } from '@wayproof/evidence/register'
import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import { activeTags } from '@wayproof/forms/languages/read-active-tags'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import { type Fault, type Outcome, ok } from '@wayproof/kernel/outcome'
import { GOALS, type GoalId } from '@wayproof/scorecard/goals/goal'
import { GOAL_REGISTERS } from '@wayproof/scorecard/goals/goal-registers'
import { judgeGoal } from '@wayproof/scorecard/goals/judge-goal'
import type { FactSource } from '@wayproof/scorecard/ports'
import { publish } from '@wayproof/scorecard/publish/publish'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { importTravelers, type TravelerPiece } from '@wayproof/survey/travelers/import-travelers'
import type { TravelerImportCounts } from '@wayproof/survey/travelers/ports'
import type { Services } from '../trpc/context.ts'
import { scorecardPorts, surveyPorts } from '../trpc/ports.ts'
import { fieldsOf, type Reading, readingOf } from './profiles.ts'
import { proposeInFault } from './propose-in-fault.ts'
import { type ReadFault, type ReadPiece, readFile } from './read-file.ts'
import { travelerFaults } from './traveler-faults.ts'

export interface ImportFile {
  readonly register: ImportedRegister
  readonly profile: string
  readonly fileName: string
  readonly dryRun: boolean
  /** Whether days in another format are read as proposed. */
  readonly acceptsDays?: 'true' | undefined
  /** References that the user corrects in the rows. */
  readonly repairs?: readonly ReferenceRepair[] | undefined
  /** ID of the officer. */
  readonly by: string
  readonly source: AsyncIterable<Uint8Array>
}

export interface ImportReport {
  readonly rows: number
  readonly digest: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** The changes of each row, in a dry run of any register but travelers. */
  readonly preview?: readonly PreviewRow[]
  /** The goals before and after the rows, in a dry run of a file that is not large. */
  readonly goals?: readonly GoalEffect[]
  /** Travelers only: imported, but never invited. */
  readonly notAdult?: number
  /** Travelers only: imported, but never invited because they have no legal basis. */
  readonly noBasis?: number
  /** Travelers only: excluded because they asked to be erased. */
  readonly erased?: number
  /** Travelers only: excluded because another traveler has the same address. */
  readonly sameAddress?: number
  /** Travelers only: languages in which there are no letters. */
  readonly otherLanguages?: readonly string[]
  /** The groups that the file would create, in a dry run of travelers. */
  readonly found?: TravelerImportCounts['found']
  /** Results only: staff numbers that are missing in the roster. */
  readonly offRoster?: OffRoster
  /** Code columns that contain numbers, so that leading zeros are lost. */
  readonly numberColumns?: readonly string[]
  /** References that were corrected in the rows. */
  readonly repairs?: readonly MadeRepair[]
  /** Optional columns that are missing in the file. */
  readonly absentColumns?: readonly string[]
}

/** `rows` are the first 100 faults of single rows; `total` counts all of them. */
export type ImportFault = Fault & {
  readonly columns?: readonly string[]
  readonly misspelt?: readonly MisspeltColumn[]
  readonly rows?: readonly RowFault[]
  readonly total?: number
}

/** Reads a file and imports it into its register, all or nothing. Faults: `profile-unknown`, and those of the file. */
export async function importFile(services: Services, command: ImportFile): Promise<Outcome<ImportReport, ImportFault>> {
  const { source, isText } = watchHead(command.source)
  const imported = await takeFile(services, { ...command, source })
  // A text file that is named as a workbook gets the fault of an invalid workbook, not of missing columns.
  const isMisnamed =
    !imported.ok && imported.fault.code === 'column-missing' && /\.xlsx$/i.test(command.fileName) && isText()
  return isMisnamed ? { ok: false, fault: { code: 'bad-xlsx' } } : imported
}

async function takeFile(services: Services, command: ImportFile): Promise<Outcome<ImportReport, ImportFault>> {
  const profileReading = await findReading(services, command.register, command.profile)
  if (!profileReading) return { ok: false, fault: { code: 'profile-unknown' } }
  const reading = command.acceptsDays
    ? { ...profileReading, profile: { ...profileReading.profile, acceptsProposedDays: true } }
    : profileReading
  const readPieces = readFile(command.source, reading)
  if (command.register === 'travelers') return takeTravelers(services, command, readPieces)
  const table = await readAllRows(readPieces)
  const ports = {
    evidence: services.store.evidence,
    clock: services.clock,
    ids: services.ids,
    timeZone: services.timeZone,
  }
  const { register, repairs = [] } = command
  const { profile } = reading
  const withRepairs = (fault: ImportFault) => proposeInFault(services, register, fault)
  if (!table.ok) {
    const { fault, sound = [] } = table
    return {
      ok: false,
      fault:
        fault.code === 'bad-rows'
          ? await withRepairs(
              await addFaults(ports, { register, profile, fault, sound: repairRows(register, sound, repairs).rows }),
            )
          : fault,
    }
  }
  const { rows, made } = repairRows(register, table.value.rows, repairs)
  const repaired = { ...table.value, rows }
  const imported = await importTable(ports, { ...command, register, profile, table: repaired, repairs: made })
  if (!imported.ok) return { ok: false, fault: await withRepairs(imported.fault) }
  const { numberColumns, absentColumns } = table.value
  const checked = rows as unknown as Parameters<typeof foreseeGoals>[2]
  const goals = command.dryRun ? await foreseeGoals(services, register, checked) : null
  return ok({ ...imported.value, repairs: made, numberColumns, absentColumns, ...(goals && { goals }) })
}

async function takeTravelers(
  services: Services,
  { fileName, by, dryRun }: ImportFile,
  readPieces: AsyncIterable<ReadPiece>,
): Promise<Outcome<ImportReport, ImportFault>> {
  let columns: Pick<ImportReport, 'numberColumns' | 'absentColumns'> = {}
  let unread: BadRows | null = null
  async function* table(): AsyncGenerator<TravelerPiece<ReadFault>> {
    for await (const readPiece of readPieces) {
      if (readPiece.kind === 'end')
        columns = { numberColumns: readPiece.numberColumns, absentColumns: readPiece.absentColumns }
      if (readPiece.kind === 'fault' && readPiece.fault.code === 'bad-rows') {
        unread = readPiece.fault
        yield { kind: 'end', digest: '', unread: unread.total }
        return
      }
      // The fields of a traveler file are texts, days, a month and yes-no.
      yield readPiece as TravelerPiece<ReadFault>
    }
  }
  const languages = await activeTags(services.store.languages)
  const imported = await importTravelers(surveyPorts(services), { table: table(), fileName, by, dryRun, languages })
  if (imported.ok) return ok({ ...imported.value, ...columns })
  if (imported.fault.code !== 'rows-invalid') return { ok: false, fault: imported.fault }
  const faults = travelerFaults(imported.fault)
  return { ok: false, fault: unread ? withUnread(unread, faults) : faults }
}

const MAPPED = /^mapping:([0-9a-f-]{36})$/

/** How a file is read: by a built-in profile, or by an officer's mapping (`mapping:ID`). Null if neither is known. */
async function findReading(
  { store, timeZone }: Pick<Services, 'store' | 'timeZone'>,
  register: ImportedRegister,
  profile: string,
): Promise<Reading | null> {
  const id = MAPPED.exec(profile)?.[1]
  if (id === undefined) return readingOf(register, profile)
  const mapping = await store.mappings.find(register, id)
  const fields = fieldsOf(register)
  return mapping && { fields, profile: profileOf(mapping, fields, timeZone) }
}

interface WatchedFile {
  readonly source: AsyncIterable<Uint8Array>
  /** True if the first bytes are not those of a workbook. */
  readonly isText: () => boolean
}

const HEAD_BYTES = 4

/** Passes a file on and remembers its first bytes. */
function watchHead(source: AsyncIterable<Uint8Array>): WatchedFile {
  let head: Uint8Array = new Uint8Array()
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, bytes.subarray(0, HEAD_BYTES - head.length)])
      yield bytes
    }
  }
  return { source: watched(), isText: () => head.length > 0 && !isWorkbook(head) }
}

/** A goal whose figure an import changes or leaves, in a half-year that is not closed. */
interface GoalEffect {
  readonly before: Verdict
  readonly after: Verdict
}

/** Writers wait while the rows are taken over and undone, so larger files are only checked. */
const MOST_FORESEEN_ROWS = 20_000

/**
 * Judges the goals of a register before and after its checked rows, in the running half-year and the one before it, with
 * the counting of the scorecard itself. Null for a large file or a register that no goal counts.
 */
async function foreseeGoals<Register extends RegisterId>(
  services: Services,
  register: Register,
  rows: readonly TableRow<RegisterRows[Register]>[],
): Promise<readonly GoalEffect[] | null> {
  const goals = GOALS.filter((goal) => GOAL_REGISTERS[goal].includes(register))
  if (goals.length === 0 || rows.length > MOST_FORESEEN_ROWS) return null
  const { store, clock, timeZone, rules } = services
  const today = dateAt(clock.now(), timeZone)
  const running = periodOf('half-year', today)
  const halfYears: Period[] = []
  for (const half of [running, previousPeriod(running)])
    if (!(await store.sealed(periodKey(half)))) halfYears.push(half)
  const judge = async (facts: FactSource) => {
    const verdicts: Verdict[] = []
    for (const goal of goals)
      for (const half of halfYears) verdicts.push(publish(await judgeGoal<GoalId>({ facts }, goal, half, today)))
    return verdicts
  }
  const before = await judge(scorecardPorts(services).facts)
  const after = await store.countAsImported(rules, { register, rows }, judge)
  // Both half-years of a year have the same verdict on a yearly goal.
  const isFirst = ({ goal, period }: Verdict, place: number) =>
    before.findIndex((each) => each.goal === goal && each.period === period) === place
  return before.flatMap((verdict, place) => {
    const then = after[place]
    return then && isFirst(verdict, place) ? [{ before: verdict, after: then }] : []
  })
}
