import { migrate } from '@wayproof/database/sqlite/migrate'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { expect, onTestFinished, test } from 'vitest'
import { migrationsAfter, openFilled, VERSIONS } from './filled-database.ts'
import { columnsOf, digestOf, digestsOf } from './table-digests.ts'

const now = new Date('2030-01-01T00:00:00Z')

/** Tables that a migration drops, each with the reason. */
const TAKEN_AWAY: Readonly<Record<string, string>> = {
  running_tally: 'counted from the answers when the wave is unlinked',
}

/** Columns that a migration rewrites or drops, as `table.column`, each with the reason. */
const WRITTEN_ANEW: Readonly<Record<string, string>> = {
  'register_revision.revision': 'rebuilding a register adds to it',
}

async function filled(version: string): Promise<SqliteDatabase> {
  const database = await openFilled(version, temporaryFile())
  onTestFinished(() => database.close())
  return database
}

test.each(VERSIONS)('a filled database of version %s has rows in each of its tables', async (version) => {
  const database = await filled(version)
  const empty = [...(await digestsOf(database))].filter(([, { rows }]) => rows === 0)
  expect(empty).toEqual([])
  expect(await database.query.all('PRAGMA foreign_key_check')).toEqual([])
})

test.each(VERSIONS)(
  'a database of version %s is upgraded, and every row and value is there afterwards',
  async (version) => {
    const database = await filled(version)
    const compared = []
    for (const [table, columns] of await columnsOf(database)) {
      if (table === '_prisma_migrations' || table in TAKEN_AWAY) continue
      const same = columns.filter((column) => !(`${table}.${column}` in WRITTEN_ANEW))
      compared.push({ table, same, digest: await digestOf(database, table, same) })
    }
    const { applied } = await migrate(database, readMigrations(), now)
    expect(applied).toEqual(migrationsAfter(version).map(({ name }) => name))
    for (const { table, same, digest } of compared)
      expect([table, await digestOf(database, table, same)]).toEqual([table, digest])
    expect(await database.query.all('PRAGMA foreign_key_check')).toEqual([])
    expect(await database.query.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  },
)
