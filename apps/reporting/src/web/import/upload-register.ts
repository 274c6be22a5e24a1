import type { OffRoster, PreviewRow } from '@wayproof/evidence'
import type { TravelerImportCounts } from '@wayproof/survey'

export type Upload =
  | {
      readonly ok: true
      readonly rows: number
      readonly counts: readonly (readonly [string, number])[]
      /** Columns of codes in which the file has numbers. */
      readonly numberColumns: readonly string[]
      /** Columns of optional fields that the file does not have. */
      readonly absentColumns: readonly string[]
      readonly offRoster: OffRoster
      /** A check has these: row by row what would change; empty where there is none to show. */
      readonly preview: readonly PreviewRow[]
      /** A check of travelers has these: the groups that the file would make; null where there are none to show. */
      readonly found: TravelerImportCounts['found'] | null
      readonly otherLanguages: readonly string[]
    }
  /** The server's answer as it came, for `readFault`. */
  | { readonly ok: false; readonly body: unknown }

export interface UploadCommand {
  readonly register: string
  readonly profile: string
  readonly file: File
  /** True checks only; nothing is changed. */
  readonly dryRun: boolean
}

export const MOST_BYTES = 256 * 1024 * 1024

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isOffRoster = (value: unknown): value is OffRoster =>
  isRecord(value) && Array.isArray(value.numbers) && typeof value.total === 'number'

/** What the server answered, as the screen needs it; what it does not know is a failure, never a success. */
export function readUpload(body: unknown): Upload {
  if (isRecord(body) && body.ok === true && isRecord(body.report)) {
    const counts = Object.entries(body.report).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value] as const] : [],
    )
    const { rows, numberColumns, absentColumns, offRoster, preview, found, otherLanguages } = body.report
    return {
      ok: true,
      rows: Number(rows ?? 0),
      counts,
      numberColumns: Array.isArray(numberColumns) ? numberColumns : [],
      absentColumns: Array.isArray(absentColumns) ? absentColumns : [],
      offRoster: isOffRoster(offRoster) ? offRoster : { numbers: [], total: 0 },
      preview: Array.isArray(preview) ? preview : [],
      found: isRecord(found) ? (found as unknown as TravelerImportCounts['found']) : null,
      otherLanguages: Array.isArray(otherLanguages) ? otherLanguages : [],
    }
  }
  return { ok: false, body }
}

/** Sends a file's bytes as they are; the server reads encoding and columns by the profile. */
export async function uploadRegister({ register, profile, file, dryRun }: UploadCommand): Promise<Upload> {
  const query = new URLSearchParams({ profile, dryRun: String(dryRun), fileName: file.name })
  const response = await fetch(`/import/${encodeURIComponent(register)}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const body: unknown = await response.json().catch(() => null)
  return readUpload(body)
}
