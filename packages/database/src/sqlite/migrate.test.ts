import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { numberedMigrations } from '../testing/numbered-migrations.ts'
import { openTemporary } from '../testing/open-temporary.ts'
import { runScript } from '../testing/run-script.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import { timing } from '../testing/timing.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migration-history.ts'
import { openSqlite, type SqliteDatabase } from './sqlite-database.ts'

const now = new Date('2030-01-01T00:00:00Z')
const first: Migration = {
  name: '20300101000000_first',
  sql: `CREATE TABLE wave (id TEXT PRIMARY KEY);
        CREATE TABLE answer (id TEXT PRIMARY KEY, wave TEXT REFERENCES wave (id)) WITHOUT ROWID;`,
}
const second: Migration = { name: '20300102000000_second', sql: 'CREATE TABLE cell (id TEXT PRIMARY KEY);' }

const tables = async ({ query }: SqliteDatabase) =>
  (await query.all<{ name: string }>('SELECT name FROM sqlite_schema ORDER BY name')).map(({ name }) => name)
const tablesLike = async (database: SqliteDatabase, pattern: string) =>
  (await tables(database)).filter((name) => name.includes(pattern))

test('applies missing migrations once, in the order of their names', async () => {
  const database = openTemporary()
  expect(await migrate(database, [second, first], now)).toEqual({ applied: [first.name, second.name] })
  expect(await migrate(database, [first, second], now)).toEqual({ applied: [] })
  const history = 'SELECT migration_name, length(checksum) AS hex, applied_steps_count AS steps FROM _prisma_migrations'
  expect(await database.query.all(history)).toEqual([
    { migration_name: first.name, hex: 64, steps: 1 },
    { migration_name: second.name, hex: 64, steps: 1 },
  ])
  expect(database.connections.writer.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('three processes that start at once on a new file share the work', async () => {
  const file = temporaryFile()
  const startAt = String(performance.timeOrigin + performance.now() + 1_500)
  const done = await Promise.all([1, 2, 3].map(() => runScript<string[]>('starter.ts', file, startAt)))
  expect(done.flat().sort()).toEqual(numberedMigrations.map(({ name }) => name))
  expect(await migrate(openTemporary(file), numberedMigrations, now)).toEqual({ applied: [] })
})

test('refuses a database from a newer version and does not change it', async () => {
  const database = openTemporary()
  await migrate(database, [first, second], now)
  await expect(migrate(database, [first], now)).rejects.toMatchObject({ code: 'newer-database' })
})

test('refuses a migration that was changed after its use, but accepts other line ends', async () => {
  const database = openTemporary()
  await migrate(database, [first], now)
  await migrate(database, [{ ...first, sql: first.sql.replaceAll('\n', '\r\n') }], now)
  const changed = { ...first, sql: `${first.sql} -- and more` }
  await expect(migrate(database, [changed, second], now)).rejects.toMatchObject({ code: 'changed-migration' })
  expect(await tablesLike(database, 'cell')).toEqual([])
})

test('a migration that fails, orphans rows or commits leaves nothing behind', async () => {
  const database = openTemporary()
  await migrate(database, [first], now)
  await database.write(async ({ run }) => {
    await run("INSERT INTO wave VALUES ('2030H1')")
    await run("INSERT INTO answer VALUES ('a', '2030H1')")
  })
  const with_ = (sql: string) =>
    migrate(database, [first, { name: '2031_bad', sql: `CREATE TABLE bad (n); ${sql}` }], now)
  await expect(with_('CREATE TABLE wave (n)')).rejects.toThrow(/already exists/)
  await expect(with_('DELETE FROM wave')).rejects.toMatchObject({ code: 'broken-migration' })
  expect(await tablesLike(database, 'bad')).toEqual([])
  expect(await database.query.get('SELECT count(*) AS n FROM wave')).toEqual({ n: 1 })
  await expect(with_('COMMIT')).rejects.toMatchObject({ code: 'broken-migration' })
})

test('refuses a table that has row ids again', async () => {
  const database = openTemporary()
  const withoutRowid = ['answer']
  await migrate(database, [first], now, { withoutRowid })
  const rebuilt = { name: '2031_rebuilt', sql: 'DROP TABLE answer; CREATE TABLE answer (id TEXT PRIMARY KEY)' }
  await expect(migrate(database, [first, rebuilt], now, { withoutRowid })).rejects.toMatchObject({
    code: 'rowid-table',
  })
  expect(await migrate(database, [first], now, { withoutRowid })).toEqual({ applied: [] })
})

test('refuses the database of another program', async () => {
  const database = openTemporary()
  await database.write(({ run }) => run('CREATE TABLE theirs (n)'))
  await expect(migrate(database, [first], now)).rejects.toMatchObject({ code: 'other-database' })
  expect(await tables(database)).toEqual(['theirs'])
})

test('refuses a file that is not a database, and does not change it', () => {
  const file = temporaryFile()
  const text = '员工编号,姓名\n'.repeat(200)
  writeFileSync(file, text)
  expect(() => openSqlite({ file, ...timing })).toThrow(expect.objectContaining({ code: 'not-a-database' }))
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test.each([50, 100, 600, 4_096, 10_000])('refuses a database truncated after %i bytes', async (bytes) => {
  const file = temporaryFile()
  const database = openTemporary(file)
  await migrate(database, [first, second], now)
  await database.close()
  truncateSync(file, bytes)
  const cut = readFileSync(file)
  const open = async () => migrate(openTemporary(file), [first, second], now)
  await expect(open()).rejects.toMatchObject({ code: 'not-a-database' })
  expect(readFileSync(file).equals(cut)).toBe(true)
})
