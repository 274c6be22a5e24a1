import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import type { Query, Statement } from '@wayproof/database/query/query'
import { quoted } from '../registers/record-sql.ts'
import type { StagedRecord, Target } from './staged-record.ts'

/** Records of one statement. */
const CHUNK = 5_000

/** Fills the table and finishes in one transaction, which is repeated after a conflict. */
export const stageOnPostgresql = <T>(
  database: PostgresqlDatabase,
  target: Target,
  records: readonly StagedRecord[],
  finish: (query: Query, staging: string) => Promise<T>,
): Promise<T> =>
  database.write(async (query) => {
    const { table, key, values } = target
    await query.run(
      `CREATE TEMPORARY TABLE staging ON COMMIT DROP AS
       SELECT ${quoted([...key, ...values])}, row_number FROM "${table}" WHERE false`,
    )
    const insert = insertLists(target)
    for (let at = 0; at < records.length; at += CHUNK)
      await query.run(insert, listsOf(target, records.slice(at, at + CHUNK)))
    // Without statistics PostgreSQL would join tables row by row.
    await query.run('ANALYZE pg_temp.staging')
    const finished = await finish(query, 'pg_temp.staging')
    await query.run(`ANALYZE "${table}"`)
    return finished
  })

/** Inserts records from one list of texts for each column. */
const insertLists =
  ({ columns }: Target): Statement =>
  ({ fromRecord }) => {
    const lists = columns.map((_, place) => `c${place}`)
    return `INSERT INTO pg_temp.staging
      SELECT ${columns.map(({ type }, place) => fromRecord(`c${place}`, type)).join(', ')}, row_number
      FROM unnest(${[...lists, 'rows'].map((name) => `@${name}`).join(', ')}) AS r(${lists.join(', ')}, row_number)`
  }

function listsOf({ columns }: Target, records: readonly StagedRecord[]) {
  const lists = columns.map((_, place) => {
    const texts = records
      .map(({ values }) => values[place] ?? null)
      .map((value) => (value === null ? null : String(value)))
    return [`c${place}`, texts] as const
  })
  return { ...Object.fromEntries(lists), rows: records.map(({ rowNumber }) => rowNumber) }
}
