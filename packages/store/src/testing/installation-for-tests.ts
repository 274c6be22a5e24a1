import { copyFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import pg from 'pg'
import { inject } from 'vitest'
import { postgresqlQuery } from '../engine/postgresql/postgresql-query.ts'
import { temporaryFile } from '../engine/testing/temporary-file.ts'
import { createPostgresql, postgresqlTemplate } from './test-postgresql.ts'
import { sqliteTemplate } from './test-sqlite.ts'

/** The database of an app under test, on the engine of the run, deleted after the test. */
export interface TestInstallation {
  readonly databaseUrl: string
  /** Reads rows on a separate connection. */
  rows<Row>(query: string): Promise<readonly Row[]>
  /** Runs statements on a separate connection, for data that no app writes. */
  run(statements: string): Promise<void>
}

/** An empty database with every table. */
export async function testInstallation(): Promise<TestInstallation> {
  return inject('engine') === 'postgresql' ? onPostgresql() : onSqlite()
}

async function onSqlite(): Promise<TestInstallation> {
  const file = temporaryFile()
  copyFileSync(await sqliteTemplate(), file)
  const use = <T>(work: (connection: SQLite.Database) => T): T => {
    const connection = new SQLite(file)
    try {
      return work(connection)
    } finally {
      connection.close()
    }
  }
  return {
    databaseUrl: `file:${file}`,
    rows: async <Row>(query: string) => use((connection) => connection.prepare<[], Row>(query).all()),
    run: async (statements) => use((connection) => void connection.exec(statements)),
  }
}

async function onPostgresql(): Promise<TestInstallation> {
  const databaseUrl = await createPostgresql(await postgresqlTemplate())
  const use = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    return work(client).finally(() => client.end())
  }
  return {
    databaseUrl,
    rows: <Row>(query: string) => use((client) => postgresqlQuery(() => client).all<Row>(query)),
    run: async (statements) => void (await use((client) => client.query(statements))),
  }
}
