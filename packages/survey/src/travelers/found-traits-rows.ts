import type { Query } from '@wayproof/database/query/query'
import type { FoundTrait, FoundValues } from './found-traits.ts'
import type { StagedTables } from './staged-tables.ts'

const COLUMNS: Readonly<Record<FoundTrait, string>> = {
  locale: 'locale',
  tripType: 'trip_type',
  channel: 'channel',
  region: 'region',
}

/** Most values listed for each trait. */
const TOLD = 50

interface Found {
  readonly trait: FoundTrait
  readonly value: string
  readonly count: number
  readonly isNew: number
  readonly total: number
}

/** The groups that the staged rows would form, counted in one pass by the number of their traits. */
export async function foundTraits(
  query: Query,
  { rows, traits }: StagedTables,
): Promise<Readonly<Record<FoundTrait, FoundValues>>> {
  const isKnown = (await query.get('SELECT 1 AS found FROM traveler LIMIT 1')) !== undefined
  const isNew = (column: string) => (isKnown ? `c.${column} NOT IN (SELECT DISTINCT ${column} FROM traveler)` : 'FALSE')
  const each = Object.entries(COLUMNS).map(
    ([trait, column]) => `SELECT * FROM (
      SELECT '${trait}' AS trait, value, count, isNew, count(*) OVER () AS total FROM (
        SELECT c.${column} AS value, sum(n) AS count, ${isNew(column)} AS isNew
        FROM counted CROSS JOIN ${traits} c WHERE c.traits = counted.traits GROUP BY c.${column}) grouped
      ORDER BY isNew DESC, count DESC, value LIMIT ${TOLD}) told`,
  )
  const traitRows = await query.all<Found>(
    `WITH counted AS MATERIALIZED (SELECT traits, count(*) AS n FROM ${rows} GROUP BY traits)
     ${each.join(' UNION ALL ')}`,
  )
  const of = (trait: FoundTrait): FoundValues => {
    const ofTrait = traitRows.filter((row) => row.trait === trait)
    const values = ofTrait.map(({ value, count, isNew }) => ({ value, count, isNew: isNew === 1 }))
    return { values, more: (ofTrait[0]?.total ?? 0) - ofTrait.length }
  }
  return { locale: of('locale'), tripType: of('tripType'), channel: of('channel'), region: of('region') }
}
