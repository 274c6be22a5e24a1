import type { RegisterId, RegisterRows } from '@wayproof/evidence'
import type { Sql } from '../../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../../engine/sqlite/sqlite-database.ts'
import { registerTables } from '../../registers/register-tables.ts'
import { holdWave } from '../hold-wave.ts'
import type { Moment, Registers } from './company.ts'
import { decide } from './decide.ts'
import type { SatisfactionCase } from './satisfaction.ts'

/** Parents before children. */
const REGISTERS = Object.keys(registerTables).reverse() as RegisterId[]

/** A wave answered through the store; each data set replaces its tallies and the history of the rules. */
export async function holdOneWave(database: SqliteDatabase): Promise<void> {
  await database.write((sql) => {
    for (const kept of ['update', 'delete']) sql(`DROP TRIGGER rule_change_${kept}_refused`).run()
  })
  await holdWave(database, { period: '1999-H1', minimumForStatus: 1 }, [{ overall: '5' }])
}

/**
 * Replaces all rows, the wave and the rules in one transaction, so that thousands of data sets share a file. Returns
 * the version of the rules in force.
 */
export function fill(database: SqliteDatabase, rows: Registers, asked: SatisfactionCase, at: Moment): Promise<string> {
  return database.writeUnsynced((sql) => {
    sql('DELETE FROM organisation').run()
    sql(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, baseline_year)
      VALUES (1, '旅', 'Travel', 'privacy@travel.example', ?, ?)`).run(at.programmeStart, at.baseline.atStart)
    for (const register of REGISTERS) sql(`DELETE FROM ${registerTables[register].table}`).run()
    for (const register of REGISTERS.toReversed()) insert(sql, register, rows[register] ?? [])
    tally(sql, asked, at.span.key)
    return decide(sql, at)
  })
}

/** Inserts rows as an import does, without its staging. */
function insert<Id extends RegisterId>(sql: Sql, register: Id, rows: readonly RegisterRows[Id][]): void {
  if (rows.length === 0) return
  const { table, key, values, records } = registerTables[register]
  const columns = [...key, ...values, 'import_id', 'row_number']
  const names = columns.map((column) => `"${column}"`).join(', ')
  const statement = sql(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
  for (const [i, row] of rows.entries()) {
    for (const record of records(row)) statement.run(...record, 'data set', i + 2)
  }
}

/**
 * The counts of the headline, as saved answers would add up. A data set without a wave moves the wave to another
 * period.
 */
function tally(sql: Sql, { wave, improvementChosen }: SatisfactionCase, period: string): void {
  const counts = new Map<string, number>()
  for (const value of wave?.overall ?? []) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  sql('UPDATE wave SET period = ?, status = ?, unlinked_at = ?, minimum_for_status = ?, answered_count = ?').run(
    wave ? period : '1999-H1',
    wave?.open ? 'open' : 'unlinked',
    wave?.open ? null : 1,
    wave?.minimumForStatus ?? 1,
    wave?.overall.length ?? 0,
  )
  sql('DELETE FROM tally').run()
  const add = sql(`INSERT INTO tally (wave_id, cell_id, item, value, count)
    SELECT cell.wave_id, cell.id, 'overall', ?, ? FROM cell`)
  for (const [value, count] of counts) add.run(value, count)
  sql('DELETE FROM improvement').run()
  if (!improvementChosen) return
  sql(`INSERT INTO improvement (id, period, text_zh, text_en, owner, chosen_at, chosen_by)
    VALUES ('improvement', ?, '表格更短', 'a shorter form', 'customer-service', 0, 'test')`).run(period)
}
