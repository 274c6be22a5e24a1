import type { Id, PeriodKey } from '@wayproof/kernel'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

// SQL, because editions of one moment are ordered by their row ids, which Prisma Client does not know.
const NEWEST_FIRST = 'SELECT id FROM edition ORDER BY coalesce(ended_at, opened_at) DESC, rowid DESC'

const LAST_SENT = `SELECT id FROM edition WHERE period = ? AND state = 'sent' ORDER BY ended_at DESC, rowid DESC LIMIT 1`

export const newestEditions = (database: SqliteDatabase): readonly Id[] =>
  database
    .read<{ id: Id }>(NEWEST_FIRST)
    .all()
    .map(({ id }) => id)

export const lastSentEdition = (database: SqliteDatabase, period: PeriodKey): Id | null =>
  database.read<{ id: Id }>(LAST_SENT).get(period)?.id ?? null
