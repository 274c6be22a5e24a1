import type { Id, PeriodKey } from '@wayproof/kernel'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

// SQL, because Prisma Client cannot order by one of two columns.
const NEWEST_FIRST = 'SELECT id FROM edition ORDER BY coalesce(ended_at, opened_at) DESC, number DESC'

const LAST_SENT = `SELECT id FROM edition WHERE period = ? AND state = 'sent' ORDER BY ended_at DESC, number DESC LIMIT 1`

export const newestEditions = (database: SqliteDatabase): readonly Id[] =>
  database
    .read<{ id: Id }>(NEWEST_FIRST)
    .all()
    .map(({ id }) => id)

export const lastSentEdition = (database: SqliteDatabase, period: PeriodKey): Id | null =>
  database.read<{ id: Id }>(LAST_SENT).get(period)?.id ?? null
