import type { FoundTrait, FoundValues } from '@wayproof/survey'
import type { Sql } from '../engine/sqlite/sql.ts'
import { rowsOf, traitsOf } from './staged-columns.ts'

const COLUMNS: Readonly<Record<FoundTrait, string>> = {
  locale: 'locale',
  tripType: 'trip_type',
  channel: 'channel',
  region: 'region',
}

/** Values told of each. */
const TOLD = 50

interface Found {
  readonly trait: FoundTrait
  readonly value: string
  readonly count: number
  readonly isNew: number
  readonly total: number
}

/** The groups that the staged rows would make. The rows are gone through once, by the number of their traits. */
export function foundTraits(sql: Sql, staged: string): Readonly<Record<FoundTrait, FoundValues>> {
  const known = sql('SELECT 1 FROM traveler LIMIT 1').get() !== undefined
  const each = Object.entries(COLUMNS).map(
    ([trait, column]) => `SELECT * FROM (
      SELECT '${trait}' AS trait, value, count, isNew, COUNT(*) OVER () AS total FROM (
        SELECT c.${column} AS value, SUM(n) AS count, ${known ? `c.${column} NOT IN (SELECT ${column} FROM traveler)` : '0'} AS isNew
        FROM counted CROSS JOIN temp.${traitsOf(staged)} c ON c.traits = counted.traits GROUP BY c.${column})
      ORDER BY isNew DESC, count DESC, value LIMIT ${TOLD})`,
  )
  const rows = sql<Found>(
    `WITH counted AS MATERIALIZED (SELECT traits, COUNT(*) AS n FROM temp.${rowsOf(staged)} GROUP BY traits)
     ${each.join(' UNION ALL ')}`,
  ).all()
  const of = (trait: FoundTrait): FoundValues => {
    const found = rows.filter((row) => row.trait === trait)
    const values = found.map(({ value, count, isNew }) => ({ value, count, isNew: isNew === 1 }))
    return { values, more: (found[0]?.total ?? 0) - found.length }
  }
  return { locale: of('locale'), tripType: of('tripType'), channel: of('channel'), region: of('region') }
}
