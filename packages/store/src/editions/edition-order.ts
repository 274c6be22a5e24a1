import type { Id, PeriodKey } from '@wayproof/kernel'
import type { ReadQuery } from '../engine/query/query.ts'

// SQL, because Prisma Client cannot order by one of two columns.
const NEWEST_FIRST = 'SELECT id FROM edition ORDER BY coalesce(ended_at, opened_at) DESC, number DESC'

const LAST_SENT = `SELECT id FROM edition WHERE period = @period AND state = 'sent' ORDER BY ended_at DESC, number DESC LIMIT 1`

export const newestEditions = async (query: ReadQuery): Promise<readonly Id[]> =>
  (await query.all<{ id: Id }>(NEWEST_FIRST)).map(({ id }) => id)

export const lastSentEdition = async (query: ReadQuery, period: PeriodKey): Promise<Id | null> =>
  (await query.get<{ id: Id }>(LAST_SENT, { period }))?.id ?? null
