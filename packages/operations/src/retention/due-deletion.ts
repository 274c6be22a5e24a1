import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query } from '@wayproof/database/query/query'
import type { Removed } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { RETENTION_DAYS, type RetentionRule } from '@wayproof/journal/deletion-proofs/retention-days'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'

/** The moment and the day from which the rules count back. */
export interface Today {
  readonly now: Instant
  readonly day: CalendarDate
}

/**
 * Deletes some of the rows that are due under a rule, few enough that locks last milliseconds. An empty result means
 * that none is left.
 */
export interface DueDeletion {
  readonly rule: RetentionRule
  readonly remove: (query: Query, today: Today) => Promise<Removed>
}

/** Rows at a time. */
export const CHUNK = 500

const DAY_MS = 86_400_000

export const momentBefore = ({ now }: Today, rule: RetentionRule): Date => new Date(now - RETENTION_DAYS[rule] * DAY_MS)

export const dayBefore = ({ day }: Today, rule: RetentionRule): CalendarDate => addDays(day, -RETENTION_DAYS[rule])

/** Deletes the rows whose `key` is in the list `@ids`. */
export const deleteListed = (query: Query, table: string, key: string, ids: readonly string[]): Promise<number> =>
  query.run(({ oneOf }: Dialect) => `DELETE FROM ${table} WHERE ${oneOf(key, '@ids')}`, { ids })

/** The ids that a statement finds. */
export const idsOf = async (
  query: Query,
  statement: string,
  values: Readonly<Record<string, string | Date>>,
): Promise<readonly string[]> => (await query.all<{ id: string }>(statement, values)).map(({ id }) => id)
