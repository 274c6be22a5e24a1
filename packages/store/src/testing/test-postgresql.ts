import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { migratePostgresql } from '../engine/postgresql/migrate-postgresql.ts'
import { PostgresqlDatabase } from '../engine/postgresql/postgresql-database.ts'
import { readPostgresqlMigrations } from '../engine/postgresql/postgresql-migrations.ts'
import { timing } from '../engine/testing/timing.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server, whose user may create databases. */
    postgresUrl: string
    /** The engine of the tests that run on one engine only. */
    engine: 'sqlite' | 'postgresql'
  }
}

let template: Promise<string> | undefined

/** The name of a PostgreSQL database with every table, for copies; migrated once in each worker. */
export function postgresqlTemplate(): Promise<string> {
  template ??= migratedTemplate()
  return template
}

/** Opens a PostgreSQL database with every table, dropped after the test. */
export const openTestPostgresql = async (connections = 10): Promise<PostgresqlDatabase> =>
  openEmptyPostgresql(connections, await postgresqlTemplate())

/** The URL of a PostgreSQL database without tables, or with those of `template`; dropped after the test. */
export async function createPostgresql(template = 'template1'): Promise<string> {
  const name = await createDatabase(template)
  onTestFinished(() => onServer(`DROP DATABASE "${name}" WITH (FORCE)`))
  return urlOf(name)
}

/** Opens a PostgreSQL database without tables, or with those of `template`; dropped after the test. */
export async function openEmptyPostgresql(connections = 10, template = 'template1'): Promise<PostgresqlDatabase> {
  const name = await createDatabase(template)
  const database = new PostgresqlDatabase({ url: urlOf(name), connections, ...timing })
  onTestFinished(async () => {
    await database.close()
    await onServer(`DROP DATABASE "${name}"`)
  })
  return database
}

async function migratedTemplate(): Promise<string> {
  const name = await createDatabase('template1')
  const database = new PostgresqlDatabase({ url: urlOf(name), ...timing })
  await migratePostgresql(database.pool, readPostgresqlMigrations(), new Date('2030-01-01T00:00:00Z'))
  await database.close()
  return name
}

async function createDatabase(template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  return name
}

function urlOf(name: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = name
  return url.href
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
