import type { StoreDatabase } from '@wayproof/database/store-database'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { filledDatabase } from '@wayproof/evidence/testing/register-files'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { factSource } from '../facts/fact-source.ts'
import { GOALS, type GoalId } from '../goals/goal.ts'
import { GOAL_REGISTERS } from '../goals/goal-registers.ts'
import { missingRows } from '../goals/list-missing-rows.ts'
import { RULES } from '../rules.ts'

const timeZone = 'Asia/Shanghai'
const period = '2025-H1'

/** The verdict and the lists of every goal, as text. */
async function told(database: StoreDatabase): Promise<ReadonlyMap<GoalId, string>> {
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

const DROP_REFERENCES = `DO $$
  DECLARE reference RECORD;
  BEGIN
    FOR reference IN SELECT conrelid::regclass AS child, conname FROM pg_constraint WHERE contype = 'f' LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', reference.child, reference.conname);
    END LOOP;
  END $$`

/** Returns a function that runs statements without checking references. */
async function uncheckedWrites(database: StoreDatabase): Promise<(statements: string) => unknown> {
  if (database.engine === 'postgresql') {
    await database.pool.query(DROP_REFERENCES)
    return (statements) => database.pool.query(statements)
  }
  const tool = new SQLite(database.file)
  onTestFinished(() => void tool.close())
  tool.pragma('foreign_keys = OFF')
  return (statements) => tool.exec(statements)
}

test('a register that changes a goal when its rows go is among the registers of the goal', async () => {
  const database = await filledDatabase()
  const { organisation } = await database.records()
  const names = { nameZh: '示例', nameEn: 'Example', contactEmail: 'privacy@example.com' }
  await organisation.create({ data: { ...names, programmeStart: '2024-07-01', sample: true } })
  // Rows that refer to deleted ones remain.
  const write = await uncheckedWrites(database)
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
    await write(`CREATE TABLE set_aside AS SELECT * FROM "${table}"; DELETE FROM "${table}"`)
    const after = await told(database)
    for (const goal of GOALS) if (after.get(goal) !== before.get(goal)) changed[goal].push(register)
    await write(`INSERT INTO "${table}" SELECT * FROM set_aside; DROP TABLE set_aside`)
  }
  expect(await told(database)).toEqual(before)
  for (const goal of GOALS) {
    expect([goal, changed[goal].filter((register) => !GOAL_REGISTERS[goal].includes(register))]).toEqual([goal, []])
  }
  expect(changed['staff-training']).toContain('staff-leave')
})
