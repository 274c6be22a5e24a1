import type { ColumnType } from '@wayproof/database/query/dialect'
import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { expect, test } from 'vitest'
import { REGISTER_IDS } from '../register.ts'
import { registerTables } from './register-tables.ts'

const TYPES: Readonly<Record<string, ColumnType>> = {
  text: 'text',
  integer: 'integer',
  'double precision': 'real',
  boolean: 'boolean',
  'timestamp without time zone': 'instant',
}

test('the described type of each register column is its type on PostgreSQL', async () => {
  const database = await openTestPostgresql()
  for (const register of REGISTER_IDS) {
    const { table, columns } = registerTables[register]
    const stored = await database.query.all<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_name = @table AND column_name NOT IN ('import_id', 'row_number')`,
      { table },
    )
    const types = (named: readonly { readonly name: string; readonly type: string | undefined }[]) =>
      Object.fromEntries(named.map(({ name, type }) => [name, type]))
    expect([register, types(stored.map(({ name, type }) => ({ name, type: TYPES[type] })))]).toEqual([
      register,
      types(columns),
    ])
  }
})
