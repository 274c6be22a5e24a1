import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Recipient } from '@wayproof/journal/outbox/insert-letter'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { type Locale, nearestLocale } from '@wayproof/kernel/people/locale'
import type { UserRole } from '../accounts/person.ts'

const READERS = 'SELECT id, locale FROM "user" WHERE role = @role ORDER BY id'

/** Users of a role, with the language of each account. Questions go to officers. */
export async function readersOf(
  { query }: Pick<QueryDatabase, 'query'>,
  role: UserRole,
): Promise<readonly { readonly id: Id; readonly locale: Locale }[]> {
  const users = await query.all<{ id: Id; locale: string }>(READERS, { role })
  return users.map(({ id, locale }) => ({ id, locale: nearestLocale(locale) }))
}

export type SummaryReader = Recipient & { readonly locale: string }

const isSummary = ({ jsonField }: Dialect): string =>
  `kind = 'executive-summary' AND ${jsonField(jsonField(jsonField('data', 'summary'), 'scorecard'), 'period')} = @period`

const MAILED: Statement = (dialect) => `SELECT 1 AS mailed FROM letter WHERE ${isSummary(dialect)} LIMIT 1`

// A summary that is still in the outbox counts; a recipient who has left since is skipped when it is sent.
const RECIPIENTS: Statement = (dialect) => `SELECT recipient_kind AS kind, recipient_id AS id, max(locale) AS locale
  FROM letter WHERE ${isSummary(dialect)} AND state IN ('queued', 'sent', 'written', 'complained')
  GROUP BY recipient_kind, recipient_id ORDER BY recipient_id`

/** Everyone who got the summary of a half-year, by its letters; null once these are deleted. */
export const mailedReaders = async (query: ReadQuery, period: PeriodKey): Promise<readonly SummaryReader[] | null> =>
  (await query.get(MAILED, { period })) ? query.all<SummaryReader>(RECIPIENTS, { period }) : null
