import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { postgresqlSchema } from '../../scripts/postgresql-schema.ts'
import { postgresqlTables } from '../../scripts/postgresql-tables.mjs'
import { openEmptyPostgresql, openTestPostgresql } from '../testing/test-postgresql.ts'
import type { PostgresqlDatabase } from './postgresql-database.ts'

const schema = (path: string) => readFileSync(new URL(`../../prisma/${path}`, import.meta.url), 'utf8')

const COLUMNS = `SELECT table_name, column_name, data_type, collation_name, is_nullable, column_default
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`

const INDEXES = `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`

const CONSTRAINTS = `SELECT conrelid::regclass::text AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations' ORDER BY 1, 2`

async function tablesOf({ pool }: PostgresqlDatabase) {
  const rows = async (text: string) => (await pool.query(text)).rows
  return { columns: await rows(COLUMNS), indexes: await rows(INDEXES), constraints: await rows(CONSTRAINTS) }
}

test('the schema of PostgreSQL is the one that follows from the schema of SQLite', () => {
  expect(schema('postgresql/schema.prisma')).toBe(postgresqlSchema(schema('schema.prisma')))
})

test('the migrations of PostgreSQL give exactly the tables of its schema', async () => {
  const derived = await openEmptyPostgresql()
  await derived.pool.query(await postgresqlTables(schema('postgresql/schema.prisma')))
  expect(await tablesOf(await openTestPostgresql())).toEqual(await tablesOf(derived))
})
