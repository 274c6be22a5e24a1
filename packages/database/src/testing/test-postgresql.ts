import { inject, onTestFinished } from 'vitest'
import { migratePostgresql } from '../postgresql/migrate-postgresql.ts'
import { PostgresqlDatabase } from '../postgresql/postgresql-database.ts'
import { readPostgresqlMigrations } from '../postgresql/postgresql-migrations.ts'
import { type LentDatabase, lendDatabase } from './lent-database.ts'
import { createServerDatabase, type ServerDatabase } from './server-database.ts'
import { timing } from './timing.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server, whose user may create databases. */
    postgresUrl: string
    /** The engine of the tests that run on one engine only. */
    engine: 'sqlite' | 'postgresql'
  }
}

/** Enough for each test of calls side by side; a server starts a process for every one. */
const CONNECTIONS = 4

let template: Promise<string> | undefined

/** The name of a PostgreSQL database with every table, for copies; migrated once in each worker. */
export function postgresqlTemplate(): Promise<string> {
  template ??= migratedTemplate()
  return template
}

/** Opens a PostgreSQL database with every table until the test ends. */
export async function openTestPostgresql(connections = CONNECTIONS, now = timing.now): Promise<PostgresqlDatabase> {
  const { url, giveBack } = await lendPostgresql()
  const database = new PostgresqlDatabase({ url, connections, ...timing, now })
  onTestFinished(async () => {
    await database.close()
    giveBack()
  })
  return database
}

/** A PostgreSQL database with every table. */
export const lendPostgresql = async (): Promise<LentDatabase> =>
  lendDatabase(inject('postgresUrl'), await postgresqlTemplate())

/** The URL of a PostgreSQL database without tables, or with those of `template`; dropped after the test. */
export async function createPostgresql(template = 'template1'): Promise<string> {
  const { url, drop } = await createDatabase(template)
  onTestFinished(drop)
  return url
}

/** Opens a PostgreSQL database without tables, or with those of `template`; dropped after the test. */
export async function openEmptyPostgresql(template = 'template1'): Promise<PostgresqlDatabase> {
  const { url, drop } = await createDatabase(template)
  const database = new PostgresqlDatabase({ url, ...timing })
  onTestFinished(async () => {
    await database.close()
    await drop()
  })
  return database
}

/** The name of a database with every table and what `fill` writes, for copies. It stays until the server ends. */
export async function filledTemplate(fill: (database: PostgresqlDatabase) => Promise<void>): Promise<string> {
  const { name, url } = await createDatabase(await postgresqlTemplate())
  const database = new PostgresqlDatabase({ url, ...timing })
  await fill(database).finally(() => database.close())
  return name
}

async function migratedTemplate(): Promise<string> {
  const { name, url } = await createDatabase('template1')
  const database = new PostgresqlDatabase({ url, ...timing })
  await migratePostgresql(database.pool, readPostgresqlMigrations(), new Date('2030-01-01T00:00:00Z'))
  await database.close()
  return name
}

/** A PostgreSQL database with the tables of `template`. */
const createDatabase = (template: string): Promise<ServerDatabase> =>
  createServerDatabase(inject('postgresUrl'), template)
