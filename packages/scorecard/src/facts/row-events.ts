import { userName } from '@wayproof/accounts/accounts/user-name'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { RegisterId } from '@wayproof/evidence/register'
import type { Instant } from '@wayproof/kernel/clock'

type RowRecord = Readonly<Record<string, unknown>>

export interface RowChange {
  readonly number: number
  readonly key: string
  readonly before: RowRecord | null
  readonly after: RowRecord | null
  readonly beforeImportId: string | null
  readonly at: Instant
  readonly by: string
  readonly reason: string | null
}

/** When something was recorded and by whom; null and nobody if the history does not say. */
export interface Recorded {
  readonly at: Instant | null
  readonly by: readonly string[]
  readonly reason: string | null
}

export const NOT_RECORDED: Recorded = { at: null, by: [], reason: null }

/** The recorded history of some rows of a register. */
export interface RowEvents {
  /** The recorded change that gave a row its present values in these columns; else its first recording. */
  recorded(row: { readonly key: string; readonly importId: string | null }, columns: readonly string[]): Recorded
  change(number: number): RowChange | undefined
  /** Changes of a row, oldest first. */
  changesOf(key: string): readonly RowChange[]
}

export const recordedIn = ({ at, by, reason }: RowChange): Recorded => ({ at, by: [by], reason })

type ChangeRow = Omit<RowChange, 'before' | 'after'> & { readonly before: string | null; readonly after: string | null }

const FILES = `SELECT id, imported_at AS at, ${userName('imported_by')} AS by FROM import_file WHERE register = @register`

export async function readRowEvents(
  query: ReadQuery,
  register: RegisterId,
  keys: readonly string[],
): Promise<RowEvents> {
  const rows = await query.all<ChangeRow>(
    ({ oneOf }) => `SELECT number, key, before, after, before_import_id AS beforeImportId, at,
        ${userName('changed_by')} AS by, reason
      FROM register_change WHERE register = @register AND ${oneOf('key', '@keys')} ORDER BY number`,
    { register, keys: [...new Set(keys)] },
  )
  const files = await query.all<{ id: string; at: Instant; by: string }>(FILES, { register })
  const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as RowRecord))
  const changes = rows.map((row): RowChange => ({ ...row, before: parsed(row.before), after: parsed(row.after) }))
  const byKey = Map.groupBy(changes, ({ key }) => key)
  const changesOf = (key: string) => byKey.get(key) ?? []
  const fileOf = (id: string | null): Recorded => {
    const file = files.find((each) => each.id === id)
    return file ? { at: file.at, by: [file.by], reason: null } : NOT_RECORDED
  }
  return {
    change: (number) => changes.find((change) => change.number === number),
    changesOf,
    recorded: ({ key, importId }, columns) => {
      const history = changesOf(key)
      const last = history.findLast(
        ({ before, after }) => after !== null && columns.some((column) => before?.[column] !== after[column]),
      )
      if (last) return recordedIn(last)
      return fileOf(history[0] ? history[0].beforeImportId : importId)
    },
  }
}
