import { DatabaseSync } from 'node:sqlite'
import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence'
import { LOCALES } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { PERSONAL_FIELDS } from '@wayproof/store'
import { expect, onTestFinished, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

interface SchemaColumn {
  readonly name: string
  readonly notnull: number
  /** Position in the primary key, from 1. */
  readonly pk: number
}

/** Columns for the import of a record. */
const ORIGIN = ['import_id', 'row_number']

async function openSchema(): Promise<DatabaseSync> {
  const { file } = await openApp()
  const database = new DatabaseSync(file, { readOnly: true })
  onTestFinished(() => database.close())
  return database
}

const columnsIn = (database: DatabaseSync, table: string) =>
  database
    .prepare('SELECT name, "notnull", pk FROM pragma_table_info(?)')
    .all(table)
    .map((column) => ({ ...column })) as unknown as SchemaColumn[]

function columnOf(register: RegisterId, field: string): string {
  const { itemColumn } = registers[register]
  if (itemColumn?.field === field) return itemColumn.column
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

test('the table of each register has a column for each field, the described key, and no other columns', async () => {
  const database = await openSchema()
  for (const id of REGISTER_IDS) {
    const { table, fields, key, computed } = registers[id]
    const describedColumns = [
      ...fields.map(({ name }) => columnOf(id, name)),
      ...(computed?.columns ?? []).map(({ name }) => name),
      ...ORIGIN,
    ]
    const inSchema = columnsIn(database, table)
    expect([id, inSchema.map(({ name }) => name).toSorted()]).toEqual([id, describedColumns.toSorted()])
    const primary = inSchema.filter(({ pk }) => pk > 0).sort((first, second) => first.pk - second.pk)
    expect([id, primary.map(({ name }) => name)]).toEqual([id, key.map((name) => columnOf(id, name))])
  }
})

test('a column may be empty exactly if its field may be', async () => {
  const database = await openSchema()
  for (const id of REGISTER_IDS) {
    const { table, fields } = registers[id]
    const empty = columnsIn(database, table).flatMap(({ name, notnull }) => (notnull ? [] : [name]))
    const optional = fields.flatMap(({ name, required }) => (required ? [] : [columnOf(id, name)]))
    expect([id, empty.toSorted()]).toEqual([id, optional.toSorted()])
  }
})

test('each table whose records come from file rows is described as a register', async () => {
  const database = await openSchema()
  const importedRegisters = database
    .prepare(
      `SELECT t.name FROM pragma_table_list t, pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND c.name = 'row_number'`,
    )
    .all()
    .map(({ name }) => String(name))
  expect(importedRegisters.toSorted()).toEqual(REGISTER_IDS.map((id) => registers[id].table).toSorted())
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
