import { join } from 'node:path'
import { databasePlace } from '@wayproof/database/installation/database-place'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import { openAt } from '@wayproof/database/testing/database-at'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { createPostgresql, postgresqlTemplate } from '@wayproof/database/testing/test-postgresql'
import { timing } from '@wayproof/database/testing/timing'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { copyTables, digestsOf, type TableDigests } from './copy-tables.ts'
import { fillPostgresql } from './fill-postgresql.ts'
import { fillSqliteFile } from './fill-sqlite.ts'
import { lastNumbers } from './last-numbers.ts'
import { readSqliteFile } from './read-sqlite-file.ts'
import { type ColumnKind, tablesOf } from './table.ts'

const STRANGE = `q'u"o\\te\n\t{"a":[1]} 好🙂 \u2028 \\u0000 \\x41 $1 @name`

/** Values that the engines write in different ways. */
const values: Readonly<Record<ColumnKind, readonly (string | number | Buffer)[]>> = {
  text: ['same', STRANGE, ''],
  bytes: [Buffer.from([1]), Buffer.from([0, 255, 10, 92, 120]), Buffer.alloc(0)],
  instant: [1, Date.UTC(9999, 0, 1), -1],
  boolean: [1, 0, 1],
  number: [1, 2, 3],
}

/** A file with three rows in each table, in which all keys are alike, so that every reference holds. */
async function filledFile(): Promise<string> {
  const file = temporaryFile()
  await fillSqliteFile(file, timing, async (target) => {
    for (const table of await tablesOf(target.query)) {
      for (const n of [0, 1, 2])
        await target.insert(table, [
          Object.fromEntries(table.columns.map(({ name, kind }) => [name, values[kind][n] ?? null])),
        ])
    }
  })
  return file
}

async function onServer<T>(url: string, read: (query: SnapshotQuery) => Promise<T>): Promise<T> {
  const database = openAt(url)
  return database.readSnapshot(read).finally(() => database.close())
}

function serverAt(url: string) {
  const place = databasePlace(url)
  if (place.engine !== 'postgresql') throw new Error('not a server')
  return place
}

const toServer = (file: string, url: string) =>
  fillPostgresql(serverAt(url), timing, (target) => readSqliteFile(file, (source) => copyTables(source, target)))

const toFile = (url: string, file: string) =>
  fillSqliteFile(file, timing, (target) => onServer(url, (source) => copyTables(source, target)))

const counted = async (query: SnapshotQuery) =>
  new Map((await lastNumbers(query)).map(({ table, last }) => [table, last]))

test('every table has the same rows after it was copied to PostgreSQL and back', async () => {
  const file = await filledFile()
  const connection = new SQLite(file)
  connection.exec("UPDATE sqlite_sequence SET seq = 900 WHERE name = 'delivery'")
  connection.exec("UPDATE sqlite_sequence SET seq = 800 WHERE name = 'audit_entry'")
  connection.prepare(`UPDATE traveler SET region = ? WHERE id = 'same'`).run('a\0b')
  connection
    .prepare('UPDATE cell SET base_weight = ?, invited_count = ? WHERE id = ?')
    .run(0.1 + 0.2, -2_147_483_648, 'same')
  connection.prepare('UPDATE rate_limit SET last_request = ?').run(Number.MAX_SAFE_INTEGER)
  connection.close()
  const url = await createPostgresql()
  const back = join(temporaryFile(), '..', 'back.db')
  const before = await readSqliteFile(file, digestsOf)
  expect(new Set([...before.values()].map(({ rows }) => rows))).toEqual(new Set([3]))
  expect(await toServer(file, url)).toEqual(before)
  expect(await onServer(url, digestsOf)).toEqual(before)
  expect(await toFile(url, back)).toEqual(before)
  expect(await readSqliteFile(back, digestsOf)).toEqual(before)
  const [there, again] = [await onServer(url, counted), await readSqliteFile(back, counted)]
  for (const numbers of [there, again]) expect(numbers.get('audit_entry')).toBe(800)
  expect(there.get('column_mapping')).toBe(3)
})

test('both engines have the same tables with the same columns', async () => {
  const url = await createPostgresql()
  const file = temporaryFile()
  await fillSqliteFile(file, timing, async () => null)
  await toServer(file, url)
  expect(await onServer(url, tablesOf)).toEqual(await readSqliteFile(file, tablesOf))
})

test('a copied database has the references and triggers of a new one', async () => {
  const url = await createPostgresql()
  await toServer(await filledFile(), url)
  const untouched = await createPostgresql(await postgresqlTemplate())
  const definitions = `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
    WHERE connamespace = CAST(current_schema() AS regnamespace)
    UNION ALL SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`
  const read = (query: SnapshotQuery) => query.all(definitions)
  expect(await onServer(url, read)).toEqual(await onServer(untouched, read))
})

test('a value that is written differently is found, and the database stays empty', async () => {
  const file = await filledFile()
  const url = await createPostgresql()
  const changing = fillPostgresql(serverAt(url), timing, (target) =>
    readSqliteFile(file, (source) =>
      copyTables(source, {
        ...target,
        insert: (table, rows) =>
          target.insert(table, table.name === 'partner' ? rows.map((row) => ({ ...row, name: `${row.name}.` })) : rows),
      }),
    ),
  )
  await expect(changing).rejects.toMatchObject({ code: 'copy-differs', detail: 'partner' })
  const empty: TableDigests = await onServer(url, digestsOf)
  expect(empty.get('partner')?.rows).toBe(0)
  expect(await toServer(file, url)).not.toBeNull()
})

test('the order in which rows were inserted does not pass to the copy', async () => {
  const file = temporaryFile()
  await fillSqliteFile(file, timing, async (target) => {
    const table = (await tablesOf(target.query)).find(({ name }) => name === 'suppression')
    if (!table) throw new Error('no table')
    const rows = Array.from({ length: 2_500 }, (_, n) => ({
      email_key: Buffer.from(String(10_000 + n)),
      reason: 'objected',
      at: n,
    }))
    await target.insert(table, rows)
  })
  const url = await createPostgresql()
  await toServer(file, url)
  const order = await onServer(url, (query) => query.all<{ at: number }>('SELECT at FROM suppression ORDER BY ctid'))
  const ascents = order.filter(({ at }, n) => at > (order[n - 1]?.at ?? -1)).length
  expect(ascents).toBeGreaterThan(1_100)
  expect(ascents).toBeLessThan(1_400)
})

test('a server database that an installation uses is not filled', async () => {
  const url = await createPostgresql()
  const file = await filledFile()
  await toServer(file, url)
  const before = await onServer(url, digestsOf)
  expect(await toServer(file, url)).toBeNull()
  expect(await onServer(url, digestsOf)).toEqual(before)
  const other = await createPostgresql()
  const database = openAt(other)
  onTestFinished(() => database.close())
  if (database.engine === 'postgresql') await database.pool.query('CREATE TABLE theirs (n INTEGER)')
  await expect(toServer(file, other)).rejects.toMatchObject({ code: 'other-database' })
})
