import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { countAsImported } from '@wayproof/scorecard/facts/count-as-imported'
import { factSource } from '@wayproof/scorecard/facts/fact-source'
import { judgeGoal } from '@wayproof/scorecard/goals/judge-goal'
import type { FactSource } from '@wayproof/scorecard/ports'
import { publish } from '@wayproof/scorecard/publish/publish'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, test } from 'vitest'
import { readTable } from '../import/read-table.ts'
import { defaultProfile } from '../profiles/default-profile.ts'
import { registers } from '../register.ts'
import { importText } from '../testing/import-ports.ts'

const deps = { timeZone: 'Asia/Shanghai', rules: RULES }
const half = { kind: 'half-year', year: 2025, index: 2 } as const
const today = '2025-12-20'
const TABLES = [
  'exam_attempt',
  'training_completion',
  'register_change',
  'import_file',
  'register_revision',
  'audit_entry',
]

const exams = (...numbers: readonly number[]) =>
  ['number,takenAt,score', ...numbers.map((number) => `${number},2025-10-10T09:00:00Z,95`)].join('\n')

async function rowsOf(text: string) {
  async function* source() {
    yield new TextEncoder().encode(text)
  }
  const table = await readTable(source(), registers['exam-attempts'].fields, defaultProfile('exam-attempts'))
  if (!table.ok) throw new Error(table.fault.code)
  return { register: 'exam-attempts' as const, rows: table.value.rows }
}

const stored = (database: StoreDatabase) =>
  Promise.all(TABLES.map((table) => database.query.all(`SELECT * FROM ${table} ORDER BY 1, 2`).catch(() => [])))

test('the verdict as imported is that after the import, and counting it leaves no trace', async () => {
  const database = await openTestDatabase()
  const people = Array.from({ length: 30 }, (_, n) => n + 1)
  await importText(
    database,
    'staff-roles',
    `number,role,unit,startDay,endDay\n${people.map((n) => `${n},a,Sales,2020-01-01,`).join('\n')}`,
  )
  await importText(
    database,
    'training-completions',
    `number,completedAt\n${people.map((n) => `${n},2025-10-09T09:00:00Z`).join('\n')}`,
  )
  await importText(database, 'exam-attempts', exams(1, 2, 3))
  const facts = factSource(database, deps)
  const judge = async (source: FactSource) => publish(await judgeGoal({ facts: source }, 'staff-training', half, today))
  const [before, tables] = [await judge(facts), await stored(database)]
  const more = exams(3, 4, 5, 6)
  const foreseen = await countAsImported(database, deps, await rowsOf(more), judge)
  expect(await stored(database)).toEqual(tables)
  expect(await judge(facts)).toEqual(before)
  expect(foreseen).not.toEqual(before)
  expect(await importText(database, 'exam-attempts', more)).toMatchObject({ value: { added: 3, unchanged: 1 } })
  expect(await judge(facts)).toEqual(foreseen)
})

test('a count that fails leaves no trace, either, and its error is thrown', async () => {
  const database = await openTestDatabase()
  const tables = await stored(database)
  const failing = countAsImported(database, deps, await rowsOf(exams(1)), () => Promise.reject(new Error('no count')))
  await expect(failing).rejects.toThrow('no count')
  expect(await stored(database)).toEqual(tables)
  expect(await importText(database, 'exam-attempts', exams(1))).toMatchObject({ value: { added: 1 } })
})
