import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence/register'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { PERSONAL_FIELDS } from '@wayproof/operations/personal-data/personal-fields'
import { expect, test } from 'vitest'

interface SchemaColumn {
  readonly name: string
  readonly notnull: number
  /** Position in the primary key, from 1. */
  readonly pk: number
}

/** Columns for the import of a record. */
const ORIGIN = ['import_id', 'row_number']

const columnsIn = ({ rows }: TestDatabase, table: string) =>
  rows<SchemaColumn>(
    ({ engine }) =>
      engine === 'sqlite'
        ? 'SELECT name, "notnull", pk FROM pragma_table_info(@table)'
        : `SELECT column_name AS name, is_nullable = 'NO' AS "notnull", coalesce(place, 0) AS pk
           FROM information_schema.columns LEFT JOIN (
             SELECT column_name, ordinal_position AS place FROM information_schema.key_column_usage
             JOIN information_schema.table_constraints USING (constraint_name)
             WHERE constraint_type = 'PRIMARY KEY' AND table_constraints.table_name = @table
           ) AS key USING (column_name)
           WHERE table_name = @table`,
    { table },
  )

function columnOf(register: RegisterId, field: string): string {
  const { itemColumn } = registers[register]
  if (itemColumn?.field === field) return itemColumn.column
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

test('the table of each register has a column for each field, the described key, and no other columns', async () => {
  const installation = await testInstallation()
  for (const id of REGISTER_IDS) {
    const { table, fields, key, computed } = registers[id]
    const describedColumns = [
      ...fields.map(({ name }) => columnOf(id, name)),
      ...(computed?.columns ?? []).map(({ name }) => name),
      ...ORIGIN,
    ]
    const inSchema = await columnsIn(installation, table)
    expect([id, inSchema.map(({ name }) => name).toSorted()]).toEqual([id, describedColumns.toSorted()])
    const primary = inSchema.filter(({ pk }) => pk > 0).sort((first, second) => first.pk - second.pk)
    expect([id, primary.map(({ name }) => name)]).toEqual([id, key.map((name) => columnOf(id, name))])
  }
})

test('a column may be empty exactly if its field may be', async () => {
  const installation = await testInstallation()
  for (const id of REGISTER_IDS) {
    const { table, fields } = registers[id]
    const columns = await columnsIn(installation, table)
    const empty = columns.flatMap(({ name, notnull }) => (notnull ? [] : [name]))
    const optional = fields.flatMap(({ name, required }) => (required ? [] : [columnOf(id, name)]))
    expect([id, empty.toSorted()]).toEqual([id, optional.toSorted()])
  }
})

test('each table whose records come from file rows is described as a register', async () => {
  const installation = await testInstallation()
  const importedRegisters = await installation.rows<{ name: string }>(({ engine }) =>
    engine === 'sqlite'
      ? `SELECT t.name FROM pragma_table_list t, pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table' AND c.name = 'row_number'`
      : `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'row_number'`,
  )
  expect(importedRegisters.map(({ name }) => name).toSorted()).toEqual(
    REGISTER_IDS.map((id) => registers[id].table).toSorted(),
  )
})

test.each(LOCALES)('each register, field and value has a label in %s', (locale) => {
  const { names, fields: labels, columns: hints, values } = messages(locale).registers
  for (const id of REGISTER_IDS) {
    const fields = registers[id].fields.map(({ name }) => name).toSorted()
    expect(names[id], id).toBeTruthy()
    expect([id, Object.keys(labels[id]).toSorted()]).toEqual([id, fields])
    expect([id, Object.keys(hints[id]).toSorted()]).toEqual([id, fields])
    const missingValues = registers[id].fields.flatMap((field) =>
      (field.values ?? []).filter((value) => !values[value]),
    )
    expect([id, missingValues]).toEqual([id, []])
  }
})

test('the register of personal data lists exactly the personal fields of each register', () => {
  for (const id of REGISTER_IDS) {
    const { table, personal } = registers[id]
    const listedColumns = PERSONAL_FIELDS.filter((field) => field.table === table).map(({ column }) => column)
    expect([id, listedColumns]).toEqual([id, (personal?.fields ?? []).map((field) => columnOf(id, field))])
  }
})
