import { userName } from '@wayproof/accounts/accounts/user-name'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { MadeRepair } from '../checks/propose-repairs.ts'
import { sealedOn } from '../imports/undone-imports.ts'
import { REGISTER_IDS, type RegisterId, registers } from '../register.ts'

/** The registers of evidence, and the travelers. */
export type ImportedRegister = RegisterId | 'travelers'

export interface ImportEntry {
  readonly id: Id
  readonly fileName: string
  readonly importedAt: Instant
  /** A user's name; if the user was removed or a command imported, the recorded text. */
  readonly importedBy: string
  /** True if an external system sent the rows: `importedBy` is then its key. */
  readonly byKey: boolean
  readonly rows: number
  /** Number of rows that were new, and of rows that were changed. */
  readonly added: number
  readonly changed: number
  /** References that its user corrected at the import. */
  readonly repairs: readonly MadeRepair[]
  /** Moment, user and reason of an undo. */
  readonly undone: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

/** An import in the list of its register. */
export interface PastImportEntry extends ImportEntry {
  /** Half-years sealed on it: an undo does not change their figures, and is shown there. */
  readonly sealedIn: readonly PeriodKey[]
}

export interface RegisterOverview {
  readonly id: ImportedRegister
  readonly rows: number
  readonly lastImport: ImportEntry | null
  /** The latest import or manual change; null for a register that nobody has written to. */
  readonly lastEntry: Instant | null
}

export interface RegisterOverviewStore {
  list(): Promise<readonly RegisterOverview[]>
  /** Newest first, at most 50. */
  history(register: ImportedRegister): Promise<readonly PastImportEntry[]>
}

export const IMPORTED_REGISTERS: readonly ImportedRegister[] = ['travelers', ...REGISTER_IDS]

const tableOf = (register: ImportedRegister): string =>
  register === 'travelers' ? 'traveler' : registers[register].table

const HISTORY = `SELECT id, file_name AS fileName, imported_at AS importedAt,
    ${userName('imported_by')} AS importedBy, by_key AS byKey,
    row_count AS rows,
    added, changed, repairs, undone_at AS undoneAt,
    ${userName('undone_by')} AS undoneBy, undo_reason AS undoReason
  FROM import_file WHERE register = @register ORDER BY imported_at DESC, number DESC LIMIT @limit`

type ImportRow = Omit<ImportEntry, 'undone' | 'byKey' | 'repairs'> & {
  readonly repairs: string
  readonly byKey: number
  readonly undoneAt: Instant | null
  readonly undoneBy: string | null
  readonly undoReason: string | null
}

const entryOf = ({ byKey, repairs, undoneAt, undoneBy, undoReason, ...entry }: ImportRow): ImportEntry => ({
  ...entry,
  byKey: byKey === 1,
  repairs: JSON.parse(repairs) as readonly MadeRepair[],
  undone: undoneAt === null ? null : { at: undoneAt, by: undoneBy ?? '', reason: undoReason ?? '' },
})

const LAST_CHANGES = 'SELECT register, max(at) AS at FROM register_change GROUP BY register'

export function registerOverviewStore(database: QueryDatabase): RegisterOverviewStore {
  const history = async (query: ReadQuery, register: ImportedRegister, limit: number) =>
    (await query.all<ImportRow>(HISTORY, { register, limit })).map(entryOf)
  return {
    list: () =>
      database.readSnapshot(async (query) => {
        const overviews: RegisterOverview[] = []
        const changes = await query.all<{ register: string; at: Instant }>(LAST_CHANGES)
        const changedAt = new Map(changes.map(({ register, at }) => [register, at]))
        for (const id of IMPORTED_REGISTERS) {
          const counted = await query.get<{ n: number }>(`SELECT count(*) AS n FROM ${tableOf(id)}`)
          const [lastImport = null] = await history(query, id, 1)
          const entries = [lastImport?.importedAt, changedAt.get(id)].filter((at) => at !== undefined)
          const lastEntry = entries.length > 0 ? Math.max(...entries) : null
          overviews.push({ id, rows: counted?.n ?? 0, lastImport, lastEntry })
        }
        return overviews
      }),
    history: async (register) => {
      const sealed = await sealedOn(database.query, register)
      const entries = await history(database.query, register, 50)
      return entries.map((entry) => ({ ...entry, sealedIn: sealed.get(entry.id) ?? [] }))
    },
  }
}
