import type { OffRoster } from '@wayproof/evidence/checks/off-roster'
import type { MadeRepair, ReferenceRepair } from '@wayproof/evidence/checks/propose-repairs'
import type { PreviewRow } from '@wayproof/evidence/ports'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { TravelerImportCounts } from '@wayproof/survey/travelers/ports'

/** A goal's verdict now and with the rows of the file. */
export interface GoalEffect {
  readonly before: Verdict
  readonly after: Verdict
}

export type Upload =
  | {
      readonly ok: true
      readonly rows: number
      readonly counts: readonly (readonly [string, number])[]
      /** Code columns that hold numbers in this file. */
      readonly numberColumns: readonly string[]
      /** Optional columns that this file lacks. */
      readonly absentColumns: readonly string[]
      readonly offRoster: OffRoster
      /** References that were corrected in the rows. */
      readonly repairs: readonly MadeRepair[]
      /** The changes of each row; filled by a dry run only. */
      readonly preview: readonly PreviewRow[]
      /** Filled by a dry run of a register that goals are counted from. */
      readonly goals: readonly GoalEffect[]
      /** The groups that the file would create; filled by a dry run of travelers only. */
      readonly found: TravelerImportCounts['found'] | null
      readonly otherLanguages: readonly string[]
    }
  /** The server's response, unread, for `readFault`. */
  | { readonly ok: false; readonly body: unknown }

export interface UploadCommand {
  readonly register: string
  readonly profile: string
  readonly file: File
  /** Checks the file and changes nothing. */
  readonly dryRun: boolean
  /** Reads days in another format as proposed. */
  readonly acceptsDays?: boolean
  /** References that are corrected in the rows. */
  readonly repairs?: readonly ReferenceRepair[]
}

export const MAX_BYTES = 256 * 1024 * 1024

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isOffRoster = (value: unknown): value is OffRoster =>
  isRecord(value) && Array.isArray(value.numbers) && typeof value.total === 'number'

/** Reads the server's response; an unknown one counts as a failure. */
export function readUpload(body: unknown): Upload {
  if (isRecord(body) && body.ok === true && isRecord(body.report)) {
    const counts = Object.entries(body.report).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value] as const] : [],
    )
    const {
      rows,
      numberColumns,
      absentColumns,
      offRoster,
      preview,
      goals,
      found: foundValues,
      otherLanguages,
    } = body.report
    return {
      ok: true,
      rows: Number(rows ?? 0),
      counts,
      numberColumns: Array.isArray(numberColumns) ? numberColumns : [],
      absentColumns: Array.isArray(absentColumns) ? absentColumns : [],
      offRoster: isOffRoster(offRoster) ? offRoster : { numbers: [], total: 0 },
      repairs: Array.isArray(body.report.repairs) ? body.report.repairs : [],
      preview: Array.isArray(preview) ? preview : [],
      goals: Array.isArray(goals) ? goals : [],
      found: isRecord(foundValues) ? (foundValues as unknown as TravelerImportCounts['found']) : null,
      otherLanguages: Array.isArray(otherLanguages) ? otherLanguages : [],
    }
  }
  return { ok: false, body }
}

/** Proxies refuse an address of 8 KB. */
const LONGEST_REPAIRS = 6_000

/** Whether the address of an upload has room for one more correction. */
export const fitsRepairs = (repairs: readonly ReferenceRepair[]): boolean =>
  encodeURIComponent(JSON.stringify(repairs)).length <= LONGEST_REPAIRS

/** Uploads a file's raw bytes; the server reads encoding and columns according to the profile. */
export async function uploadRegister({
  register,
  profile,
  file,
  dryRun,
  acceptsDays = false,
  repairs = [],
}: UploadCommand): Promise<Upload> {
  const query = new URLSearchParams({ profile, dryRun: String(dryRun), fileName: file.name })
  if (repairs.length > 0) query.set('repairs', JSON.stringify(repairs))
  if (acceptsDays) query.set('acceptsDays', 'true')
  const response = await fetch(`/import/${encodeURIComponent(register)}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const body: unknown = await response.json().catch(() => null)
  return readUpload(body)
}

const COLUMN_FAULTS: readonly unknown[] = ['column-missing', 'column-misspelt', 'column-twice', 'column-unknown']

/** Says whether the server refused a file because of its headings, so that a mapping may help. */
export const hasUnknownColumns = (body: unknown): boolean =>
  isRecord(body) && isRecord(body.fault) && COLUMN_FAULTS.includes(body.fault.code)
