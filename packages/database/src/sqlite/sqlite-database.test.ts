import { existsSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { DatabaseFault, DiskFullError, isDiskFull } from '../database-fault.ts'
import { prismaClient } from '../prisma/prisma-client.ts'
import { jobRunTable } from '../testing/job-run-table.ts'
import { openTemporary } from '../testing/open-temporary.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import { timing } from '../testing/timing.ts'
import { openSqlite } from './sqlite-database.ts'

async function withItems() {
  const database = openTemporary()
  await database.write(({ run }) => run('CREATE TABLE item (n INTEGER PRIMARY KEY, note TEXT) STRICT'))
  return database
}
const add = 'INSERT INTO item (n, note) VALUES (@n, @note)'
const count = 'SELECT count(*) AS n FROM item'

test('opens in WAL, fully synchronous, with deleted rows overwritten, with foreign keys and a short busy timeout', () => {
  const { writer, reader } = openTemporary().connections
  const setting = (name: string) => writer.pragma(name, { simple: true })
  expect(['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map(setting)).toEqual(['wal', 2, 1, 1])
  expect(setting('busy_timeout')).toBeLessThanOrEqual(5)
  expect(reader.readonly).toBe(true)
})

test('refuses a file on which a setting cannot be applied', () => {
  expect(() => openSqlite({ file: ':memory:', ...timing })).toThrow(/journal_mode is memory/)
})

test('fails if exclusive work leaves a setting changed', async () => {
  const database = await withItems()
  await expect(database.exclusive((connection) => connection.pragma('foreign_keys = OFF'))).rejects.toThrow(
    /foreign_keys is 0/,
  )
})

test('stores a write completely or not at all', async () => {
  const database = await withItems()
  await database.write(({ run }) => run(add, { n: 1, note: 'kept' }))
  const failing = database.write(async ({ run }) => {
    await run(add, { n: 2, note: 'undone' })
    throw new Error('the work fails')
  })
  await expect(failing).rejects.toThrow('the work fails')
  expect(await database.query.all('SELECT n, note FROM item')).toEqual([{ n: 1, note: 'kept' }])
})

test('writes run one at a time in the order of their calls', async () => {
  const database = await withItems()
  const order: number[] = []
  const write = (n: number) => database.write(async () => order.push(n))
  await Promise.all([1, 2, 3, 4, 5].map(write))
  expect(order).toEqual([1, 2, 3, 4, 5])
})

test('a read sees no uncommitted row, by SQL or by Prisma', async () => {
  const database = openTemporary()
  const { client: prisma } = prismaClient(database)
  await prisma.$executeRawUnsafe(jobRunTable)
  await prisma.$transaction(async (inside) => {
    await inside.jobRun.create({ data: { job: 'a', period: '1', at: new Date(0) } })
    expect(await inside.jobRun.count()).toBe(1)
    expect(await prisma.jobRun.count()).toBe(0)
    expect(await database.query.get('SELECT count(*) AS n FROM job_run')).toEqual({ n: 0 })
  })
  expect(await prisma.jobRun.count()).toBe(1)
})

test('the reading connection cannot write', async () => {
  const database = await withItems()
  const insert = database.query.all("INSERT INTO item VALUES (1, '') RETURNING n")
  await expect(insert).rejects.toThrow(/readonly database/)
})

test('a statement fails after its write has ended', async () => {
  const database = await withItems()
  const late = await database.write(async (query) => query)
  await expect(late.run(add, { n: 1, note: 'late' })).rejects.toThrow(DatabaseFault)
  expect(await database.query.get(count)).toEqual({ n: 0 })
})

test('a full disk is a DiskFullError that rolls the write back, and the database remains usable', async () => {
  const database = await withItems()
  const { client: prisma } = prismaClient(database)
  await prisma.$executeRawUnsafe(jobRunTable)
  const { writer } = database.connections
  const pages = Number(writer.pragma('page_count', { simple: true }))
  writer.pragma(`max_page_count = ${pages + 2}`)
  const fill = () => database.write(({ run }) => run(add, { n: 1, note: 'x'.repeat(40_000) }))
  await expect(fill()).rejects.toBeInstanceOf(DiskFullError)
  const byPrisma = prisma.jobRun.create({ data: { job: 'x'.repeat(40_000), period: '', at: new Date(0) } })
  await expect(byPrisma).rejects.toSatisfy(isDiskFull)
  expect(await prisma.jobRun.count()).toBe(0)
  expect(await database.query.get(count)).toEqual({ n: 0 })

  writer.pragma('max_page_count = 1000000')
  await fill()
  await prisma.jobRun.create({ data: { job: 'x'.repeat(40_000), period: '', at: new Date(0) } })
  expect(await database.query.get(count)).toEqual({ n: 1 })
})

test('nothing is stored of a transaction that SQLite has ended, as it may when the disk is full', async () => {
  const database = await withItems()
  const { client: prisma } = prismaClient(database)
  await prisma.$executeRawUnsafe(jobRunTable)
  const { writer } = database.connections
  const write = database.write(async ({ run }) => {
    writer.exec('ROLLBACK')
    await run(add, { n: 1, note: 'alone' })
  })
  await expect(write).rejects.toMatchObject({ code: 'closed' })
  const byPrisma = prisma.$transaction(async (inside) => {
    writer.exec('ROLLBACK')
    await inside.jobRun.create({ data: { job: 'alone', period: '', at: new Date(0) } })
  })
  await expect(byPrisma).rejects.toThrow()
  expect(await prisma.jobRun.count()).toBe(0)
  expect(await database.query.get(count)).toEqual({ n: 0 })
})

test('vacuum and WAL truncation run exclusively, between the writes', async () => {
  const database = await withItems()
  const writes = [1, 2, 3].map((n) => database.write(({ run }) => run(add, { n, note: '' })))
  await database.exclusive((connection) => {
    connection.exec('VACUUM')
    expect(connection.pragma('wal_checkpoint(TRUNCATE)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }])
  })
  await Promise.all(writes)
  expect(await database.query.get(count)).toEqual({ n: 3 })
})

test('fails without blocking after another process has locked the file for 30 s, and then works again', async () => {
  const file = temporaryFile()
  const other = openTemporary(file)
  let elapsed = 0
  const slept: number[] = []
  const database = openSqlite({
    file,
    now: () => elapsed,
    sleep: async (ms) => {
      slept.push(ms)
      elapsed += 1_000
    },
  })
  const transaction = await other.begin()
  await expect(database.write(async () => {})).rejects.toMatchObject({ code: 'busy' })
  expect(slept).toHaveLength(30)
  expect(Math.max(...slept)).toBeLessThan(20)
  transaction.rollback()
  await database.write(({ run }) => run('CREATE TABLE item (n INTEGER PRIMARY KEY) STRICT'))
  await database.close()
})

test('the event loop runs while a write waits for another connection, which may release the file from the same loop', async () => {
  const file = temporaryFile()
  const other = openTemporary(file)
  const transaction = await other.begin()
  let waits = 0
  const sleep = async () => {
    waits += 1
    await nextTurn()
    if (waits === 20) transaction.rollback()
  }
  const database = openSqlite({ file, ...timing, sleep })
  onTestFinished(() => database.close())
  expect(await database.write(async () => 'written')).toBe('written')
  expect(waits).toBe(20)
})

test('a transaction of Prisma that waits too long leaves the queue', async () => {
  const database = openTemporary()
  const { client: prisma } = prismaClient(database)
  await prisma.$executeRawUnsafe(jobRunTable)
  const holder = await database.begin()
  const late = prisma.$transaction(async (inside) => inside.jobRun.count(), { maxWait: 20 })
  await expect(late).rejects.toThrow(/Unable to start a transaction/)
  holder.rollback()
  await database.write(({ run }) => run('DELETE FROM job_run'))
})

test('a transaction of Prisma that takes too long is rolled back and releases the lock', async () => {
  const database = openTemporary()
  const { client: prisma } = prismaClient(database)
  await prisma.$executeRawUnsafe(jobRunTable)
  const slow = prisma.$transaction(
    async (inside) => {
      await inside.jobRun.create({ data: { job: 'slow', period: '', at: new Date(0) } })
      await timing.sleep(100)
      await inside.jobRun.create({ data: { job: 'slow', period: '2', at: new Date(0) } })
    },
    { timeout: 30 },
  )
  await database.write(async () => {})
  await expect(slow).rejects.toThrow(/P2028/)
  expect(await prisma.jobRun.count()).toBe(0)
})

test('closing waits for the write in progress, moves the WAL into the file and refuses later calls', async () => {
  const file = temporaryFile()
  const database = openSqlite({ file, ...timing })
  const write = database.write(({ run }) => run('CREATE TABLE item (n INTEGER PRIMARY KEY) STRICT'))
  await database.close()
  await write
  await database.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
  await expect(database.write(async () => {})).rejects.toMatchObject({ code: 'closed' })
  await expect(database.query.get(count)).rejects.toThrow(DatabaseFault)
  expect(await openTemporary(file).query.get(count)).toEqual({ n: 0 })
})

test('blocking work fills temporary tables, all or nothing, also while another process writes', async () => {
  const database = await withItems()
  await database.writeBlocking('temporary', (sql) =>
    sql('CREATE TEMP TABLE note (n INTEGER PRIMARY KEY, text TEXT)').run(),
  )
  const other = openSqlite({ file: database.file, ...timing })
  onTestFinished(() => other.close())
  const writing = await other.begin()
  const fill = (rows: [number, string][]) =>
    database.writeBlocking('temporary', (sql) => {
      for (const row of rows) sql('INSERT INTO temp.note VALUES (?, ?)').run(...row)
    })
  await fill([
    [1, 'a'],
    [2, 'b'],
  ])
  const twice = fill([
    [3, 'c'],
    [3, 'd'],
  ])
  await expect(twice).rejects.toThrow('UNIQUE')
  writing.rollback()
  const kept = await database.writeBlocking('temporary', (sql) => sql('SELECT n FROM temp.note').all())
  expect(kept).toEqual([{ n: 1 }, { n: 2 }])
})
