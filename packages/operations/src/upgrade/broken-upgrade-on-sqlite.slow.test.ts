import { migrate } from '@wayproof/database/sqlite/migrate'
import type { Migration } from '@wayproof/database/sqlite/migration-history'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { expect, onTestFinished, test } from 'vitest'
import { migrationsAfter, openFilled, VERSIONS } from './filled-database.ts'
import { statementsOf } from './statements.ts'
import { digestsOf } from './table-digests.ts'

const now = new Date('2030-01-01T00:00:00Z')

async function filled(version: string): Promise<SqliteDatabase> {
  const database = await openFilled(version, temporaryFile())
  onTestFinished(() => database.close())
  return database
}

/** All rows of a database and the definitions of its tables. */
const wholeOf = async (database: SqliteDatabase) => ({
  schema: await database.query.all('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name'),
  tables: await digestsOf(database),
})

test.each(VERSIONS)(
  'where a statement of the upgrade from version %s fails, the database is as it was',
  async (version) => {
    const database = await filled(version)
    const old = readMigrations().filter(({ name }) => !migrationsAfter(version).some((one) => one.name === name))
    const before = await wholeOf(database)
    for (const broken of brokenUpgrades(migrationsAfter(version))) {
      await expect(migrate(database, [...old, ...broken], now)).rejects.toMatchObject({ code: 'broken-migration' })
      expect(await wholeOf(database)).toEqual(before)
    }
    // The previous version still opens it.
    expect(await migrate(database, old, now)).toEqual({ applied: [] })
  },
)

/** Yields upgrades in which one statement fails: the first, the middle or the last one of a migration. */
function* brokenUpgrades(migrations: readonly Migration[]): Generator<readonly Migration[]> {
  for (const [i, migration] of migrations.entries()) {
    const statements = statementsOf(migration.sql)
    const last = statements.length - 1
    for (const at of new Set([0, Math.floor(last / 2), last])) {
      const sql = statements.with(at, 'SELECT * FROM no_such_table;').join('\n')
      yield migrations.with(i, { ...migration, sql })
    }
  }
}
