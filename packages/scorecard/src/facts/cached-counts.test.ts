import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { fillRegisters } from '@wayproof/evidence/testing/sample-registers'
import { quarter } from '@wayproof/kernel/calendar/period'
import { expect, test } from 'vitest'
import { RULES } from '../rules.ts'
import { type FactDatabase, factSource } from './fact-source.ts'

async function registers() {
  const database = await openTestDatabase()
  await fillRegisters(database)
  let statements = 0
  const { query } = database
  const counting: ReadQuery = {
    all: (statement, values) => {
      statements += 1
      return query.all(statement, values)
    },
    get: (statement, values) => {
      if (!/register_revision|FROM organisation/.test(String(statement))) statements += 1
      return query.get(statement, values)
    },
  }
  const watched: FactDatabase = {
    query: counting,
    readSnapshot: (work) => database.readSnapshot(work),
  }
  const source = factSource(watched, { timeZone: 'Asia/Shanghai', rules: RULES })
  const all = async () => {
    const counts = await source.forHalfYear('2025-H2')
    return [
      await counts.publication('2025-12-31'),
      await counts.training(quarter(2025, 4), '2025-12-31'),
      await counts.incidents(2025, 2024, '2025-12-31'),
      await counts.partners(2025, '2025-12-31'),
    ]
  }
  return { database, all, statements: () => statements }
}

test('a count is cached while no register changes', async () => {
  const { all, statements } = await registers()
  const first = await all()
  const counted = statements()
  expect(counted).toBeGreaterThan(0)
  expect(await all()).toEqual(first)
  expect(statements()).toBe(counted)
})

test('an added, changed or deleted row is counted at once', async () => {
  const { database, all } = await registers()
  const due = async () => (await all()).map((facts) => ('due' in facts ? facts.due : 0)).at(-1)
  const before = await due()
  const change = (text: string) => database.write((query) => query.run(text))
  await change(
    `INSERT INTO partner (id, name, service, processes_personal_data, onboarded, import_id, row_number)
     SELECT 'new', name, service, true, onboarded, import_id, 9 FROM partner LIMIT 1`,
  )
  expect(await due()).toBe(Number(before) + 1)
  await change(`UPDATE partner SET processes_personal_data = false WHERE id = 'new'`)
  expect(await due()).toBe(before)
  await change(`DELETE FROM partner_audit`)
  await change(`DELETE FROM partner`)
  expect(await due()).toBe(0)
})

/** The table and the change of each trigger that raises the revision. */
const TRIGGERS: Statement = ({ engine }) =>
  engine === 'sqlite'
    ? `SELECT tbl_name || ' ' || substr(sql, instr(sql, 'AFTER'), 12) AS event FROM sqlite_schema
       WHERE type = 'trigger' AND sql LIKE '%"register_revision" SET "revision" = "revision" + 1%'`
    : `SELECT event_object_table || ' ' || action_timing || ' ' || event_manipulation AS event
       FROM information_schema.triggers WHERE action_statement LIKE '%raise_register_revision%'`

test('every table of a register raises the revision on each change', async () => {
  const { database } = await registers()
  const triggers = (await database.query.all<{ event: string }>(TRIGGERS)).map(({ event }) => event)
  const others = [{ table: 'import_file' }, { table: 'policy_proof' }]
  for (const { table } of [...Object.values(registerTables), ...others]) {
    for (const change of ['INSERT', 'UPDATE', 'DELETE']) expect(triggers).toContain(`${table} AFTER ${change}`)
  }
})
