import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence'
import { startOfDay } from '@wayproof/kernel'
import { buildScorecard, GOAL_REGISTERS, GOALS, type GoalId, missingRows, RULES } from '@wayproof/scorecard'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { temporaryFile } from '../engine/testing/temporary-file.ts'
import { factSource } from '../facts/fact-source.ts'
import { registerTables } from '../registers/register-tables.ts'
import { fillRegisters } from '../testing/register-files.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'

const timeZone = 'Asia/Shanghai'
const period = '2025-H1'

/** The verdict and the lists of every goal, as text. */
async function told(database: SqliteDatabase): Promise<ReadonlyMap<GoalId, string>> {
  const clock = { now: () => startOfDay('2025-12-31', timeZone) }
  const ports = { facts: factSource(database, { timeZone, rules: RULES }), sealed: async () => null, clock, timeZone }
  const scorecard = await buildScorecard(ports, { period })
  if (!scorecard.ok) throw new Error(scorecard.fault.code)
  const texts = new Map<GoalId, string>()
  for (const goal of GOALS) {
    const verdict = scorecard.value.verdicts.find((each) => each.goal === goal)
    texts.set(goal, JSON.stringify([verdict, await missingRows(ports, { goal, period })]))
  }
  return texts
}

test('a register that changes a goal when its rows go is among the registers of the goal', async () => {
  const file = temporaryFile()
  const database = await openTestSqlite(file)
  await fillRegisters(database)
  await database.write((query) =>
    query.run(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, baseline_year, sample)
      VALUES (1, '示例', 'Example', 'privacy@example.com', '2024-07-01', NULL, 1)`),
  )
  // Rows that refer to deleted ones remain.
  const tool = new SQLite(file)
  tool.pragma('foreign_keys = OFF')
  const before = await told(database)
  const changed: Record<GoalId, RegisterId[]> = {
    'policy-publication': [],
    'staff-training': [],
    'incident-reduction': [],
    'customer-satisfaction': [],
    'partner-audit': [],
  }
  for (const register of REGISTER_IDS) {
    const { table } = registerTables[register]
    tool.exec(`CREATE TEMP TABLE set_aside AS SELECT * FROM "${table}"; DELETE FROM "${table}"`)
    const after = await told(database)
    for (const goal of GOALS) if (after.get(goal) !== before.get(goal)) changed[goal].push(register)
    tool.exec(`INSERT INTO "${table}" SELECT * FROM set_aside; DROP TABLE set_aside`)
  }
  tool.close()
  expect(await told(database)).toEqual(before)
  for (const goal of GOALS) {
    expect([goal, changed[goal].filter((register) => !GOAL_REGISTERS[goal].includes(register))]).toEqual([goal, []])
  }
  expect(changed['staff-training']).toContain('staff-leave')
})
