import type { Query, Statement } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { allowRuleChanges } from '@wayproof/database/testing/allow-rule-changes'
import type { RegisterId, RegisterRows } from '@wayproof/evidence/register'
import { parametersOf, quoted } from '@wayproof/evidence/registers/record-sql'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import type { Moment, Registers } from './company.ts'
import { decide } from './decide.ts'
import type { SatisfactionCase } from './satisfaction.ts'
import { sealBaseline } from './seals.ts'

/** Parents before children. */
const REGISTERS = Object.keys(registerTables).reverse() as RegisterId[]

/** A wave answered through the store; each data set replaces its tallies and the history of the rules. */
export async function holdOneWave(database: StoreDatabase): Promise<void> {
  await database.write(allowRuleChanges)
  await holdWave(database, { period: '1999-H1', minimumForStatus: 1 }, [{ overall: '5' }])
}

const ORGANISATION = `INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, baseline_year)
  VALUES (1, '旅', 'Travel', 'privacy@travel.example', @start, @baseline)`

const EMPTY_MONTHS: Statement = ({ listed }) => `INSERT INTO empty_month (register, month, confirmed_at, confirmed_by)
  SELECT 'incidents', value, @at, 'Lin' FROM ${listed('@months')}`

/**
 * Replaces all rows, the wave, the seals and the rules in one transaction, so that thousands of data sets share a database. Returns
 * the version of the rules in force.
 */
export function fill(database: StoreDatabase, rows: Registers, asked: SatisfactionCase, at: Moment): Promise<string> {
  return database.writeUnsynced(async (query) => {
    await query.run('DELETE FROM organisation')
    await query.run(ORGANISATION, { start: at.programmeStart, baseline: at.baseline.atStart })
    for (const register of REGISTERS) await query.run(`DELETE FROM ${registerTables[register].table}`)
    for (const register of REGISTERS.toReversed()) await insert(query, register, rows[register] ?? [])
    await query.run('DELETE FROM empty_month')
    await query.run(EMPTY_MONTHS, { months: at.emptyMonths, at: new Date(1) })
    await tally(query, asked, at.span.key)
    await sealBaseline(query, at)
    return decide(query, at)
  })
}

/** Inserts rows as an import does, without its staging. */
async function insert<Id extends RegisterId>(
  query: Query,
  register: Id,
  rows: readonly RegisterRows[Id][],
): Promise<void> {
  const { table, columns, records } = registerTables[register]
  const names = quoted([...columns.map(({ name }) => name), 'import_id', 'row_number'])
  for (const [i, row] of rows.entries()) {
    for (const record of records(row)) {
      const { list, values } = parametersOf('cell', columns, record)
      const statement = `INSERT INTO ${table} (${names}) VALUES (${list.join(', ')}, 'data set', @rowNumber)`
      await query.run(statement, { ...values, rowNumber: i + 2 })
    }
  }
}

const WAVE = `UPDATE wave SET period = @period, status = @status, unlinked_at = @unlinkedAt,
  minimum_for_status = @minimum, answered_count = @answered`

const TALLY = `INSERT INTO tally (wave_id, cell_id, item, value, count)
  SELECT cell.wave_id, cell.id, 'overall', @value, @count FROM cell`

const IMPROVEMENT = `INSERT INTO improvement (id, period, text_zh, text_en, owner, chosen_at, chosen_by)
  VALUES ('improvement', @period, '表格更短', 'a shorter form', 'customer-service', @at, 'test')`

/**
 * The counts of the headline, as saved answers would add up. A data set without a wave moves the wave to another
 * period.
 */
async function tally({ run }: Query, { wave, improvementChosen }: SatisfactionCase, period: string): Promise<void> {
  const counts = new Map<string, number>()
  for (const value of wave?.overall ?? []) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  await run(WAVE, {
    period: wave ? period : '1999-H1',
    status: wave?.open ? 'open' : 'unlinked',
    unlinkedAt: wave?.open ? null : new Date(1),
    minimum: wave?.minimumForStatus ?? 1,
    answered: wave?.overall.length ?? 0,
  })
  await run('DELETE FROM tally')
  for (const [value, count] of counts) await run(TALLY, { value, count })
  await run('DELETE FROM improvement')
  if (improvementChosen) await run(IMPROVEMENT, { period, at: new Date(0) })
}
