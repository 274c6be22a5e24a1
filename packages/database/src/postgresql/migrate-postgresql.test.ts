import { expect, test } from 'vitest'
import { openEmptyPostgresql, openTestPostgresql } from '../testing/test-postgresql.ts'
import { migratePostgresql } from './migrate-postgresql.ts'
import { readPostgresqlMigrations } from './postgresql-migrations.ts'

const now = new Date('2030-01-01T00:00:00Z')
const first = { name: '0001_first', sql: 'CREATE TABLE a (n INTEGER); CREATE TABLE b (n INTEGER)' }
const KILL = 'SELECT pg_terminate_backend(pg_backend_pid());'
const broken = { name: '0002_broken', sql: 'CREATE TABLE c (n INTEGER); CREATE TABLE c (n INTEGER)' }

test('three processes that start at once on an empty database apply each migration once', async () => {
  const database = await openEmptyPostgresql()
  const results = await Promise.all(
    [1, 2, 3].map(() => migratePostgresql(database.pool, readPostgresqlMigrations(), now)),
  )
  const all = readPostgresqlMigrations().map(({ name }) => name)
  expect(results.map(({ applied }) => applied).toSorted((one, other) => one.length - other.length)).toEqual([
    [],
    [],
    all,
  ])
})

test('a migration that fails leaves the database at its earlier version', async () => {
  const { pool } = await openEmptyPostgresql()
  await migratePostgresql(pool, [first], now)
  await expect(migratePostgresql(pool, [first, broken], now)).rejects.toMatchObject({ code: 'broken-migration' })
  const { rows } = await pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
  expect(rows.map(({ tablename }) => tablename)).toEqual(['_prisma_migrations', 'a', 'b'])
  expect(await migratePostgresql(pool, [first], now)).toEqual({ applied: [] })
})

test.each([
  ['first', () => 0],
  ['middle', (statements: number) => Math.floor(statements / 2)],
  ['last', (statements: number) => statements - 1],
])(
  'a server process that is killed at the %s statement leaves an empty database, and the next start applies all',
  async (_, at) => {
    const { pool } = await openEmptyPostgresql()
    const migrations = readPostgresqlMigrations()
    const statements = migrations.flatMap(({ name, sql }) =>
      [...sql.matchAll(/^CREATE (TABLE|INDEX|UNIQUE INDEX|TRIGGER) /gm)].map(({ index }) => ({ name, index })),
    )
    const killed = statements[at(statements.length)]
    const killing = migrations.map(({ name, sql }) =>
      name === killed?.name
        ? { name, sql: `${sql.slice(0, killed.index)}${KILL}${sql.slice(killed.index)}` }
        : { name, sql },
    )
    await expect(migratePostgresql(pool, killing, now)).rejects.toThrow()
    expect((await pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).rows).toEqual([])
    expect(await migratePostgresql(pool, migrations, now)).toEqual({ applied: migrations.map(({ name }) => name) })
  },
)

test.each([
  ['newer-database', [{ name: '0000_other', sql: 'SELECT 1' }]],
  ['changed-migration', [{ ...first, sql: 'SELECT 1' }]],
])('a database that does not match the version is refused with %s', async (code, migrations) => {
  const { pool } = await openEmptyPostgresql()
  await migratePostgresql(pool, [first], now)
  await expect(migratePostgresql(pool, migrations, now)).rejects.toMatchObject({ code })
})

test('a database of another program is refused and not changed', async () => {
  const { pool } = await openEmptyPostgresql()
  await pool.query('CREATE TABLE theirs (n INTEGER)')
  await expect(migratePostgresql(pool, [first], now)).rejects.toMatchObject({ code: 'other-database' })
  const { rows } = await pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
  expect(rows).toEqual([{ tablename: 'theirs' }])
})

test('a change of a register raises its revision', async () => {
  const { pool } = await openTestPostgresql()
  const revision = async () => (await pool.query('SELECT revision FROM register_revision')).rows[0]?.revision
  await pool.query(
    "INSERT INTO bookings (month, channel, count, import_id, row_number) VALUES ('2026-01', 'web', 1, 'i', 1)",
  )
  expect(await revision()).toBe(1)
  await pool.query('UPDATE bookings SET count = 2')
  await pool.query('DELETE FROM bookings')
  expect(await revision()).toBe(3)
})

test('a decided rule change can be neither changed, except for the name of its row, nor deleted', async () => {
  const { pool } = await openTestPostgresql()
  await pool.query(`INSERT INTO rule_change (id, kind, reason, applies_from, proposed_by_id, proposed_by, proposed_at, decision,
    proposed_mailbox, number) VALUES ('c', 'setting', 'r', '2026-H1', 'u', 'Li', now(), 'confirmed', 'x', 1)`)
  await pool.query("UPDATE rule_change SET row_label = NULL WHERE id = 'c'")
  await expect(pool.query("UPDATE rule_change SET reason = 'other'")).rejects.toThrow('stays as it is')
  await expect(pool.query('DELETE FROM rule_change')).rejects.toThrow('the history of the rules is kept')
})
