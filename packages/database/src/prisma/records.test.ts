import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTestSqlite } from '../testing/test-sqlite.ts'

const at = new Date(0)
const COUNT = 'SELECT count(*) AS n FROM job_run'
const INSERT = "INSERT INTO job_run (job, period, at) VALUES ('sql', @period, 0)"

test('Prisma Client and SQL write in the same transaction, and each sees the rows of the other', async () => {
  const database = await openTestSqlite()
  const seen = await database.transaction(async ({ records, query }) => {
    await records.jobRun.create({ data: { job: 'prisma', period: '1', at } })
    await query.run(INSERT, { period: '1' })
    return [await query.get(COUNT), await records.jobRun.count()]
  })
  expect(seen).toEqual([{ n: 2 }, 2])
  expect(await database.query.get(COUNT)).toEqual({ n: 2 })
})

test('a transaction that fails stores nothing of either', async () => {
  const database = await openTestSqlite()
  const failing = database.transaction(async ({ records, query }) => {
    await query.run(INSERT, { period: '1' })
    await records.jobRun.create({ data: { job: 'prisma', period: '1', at } })
    throw new Error('the work fails')
  })
  await expect(failing).rejects.toThrow('the work fails')
  expect(await database.query.get(COUNT)).toEqual({ n: 0 })
})

test('no other write of this process runs between the awaits of a transaction', async () => {
  const database = await openTestSqlite()
  const order: string[] = []
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const held = database.transaction(async ({ records, query }) => {
    begin()
    await records.jobRun.create({ data: { job: 'prisma', period: '1', at } })
    order.push('first half')
    for (let turn = 0; turn < 50; turn += 1) await nextTurn()
    await query.run(INSERT, { period: '1' })
    order.push('second half')
  })
  await begun
  const write = database.write(async (query) => {
    await query.run(INSERT, { period: '2' })
    order.push('write')
  })
  const create = (await database.records()).jobRun.create({ data: { job: 'prisma', period: '2', at } })
  await Promise.all([held, write, create])
  expect(order).toEqual(['first half', 'second half', 'write'])
  expect(await database.query.get(COUNT)).toEqual({ n: 4 })
})

test('a read outside a transaction does not run inside it, although Prisma Client batches concurrent reads', async () => {
  const database = await openTestSqlite()
  const where = { job_period: { job: 'prisma', period: '1' } }
  const { jobRun } = await database.records()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const inside = database.transaction(async ({ records }) => {
    begin()
    for (let turn = 0; turn < 100; turn += 1) await records.jobRun.findUnique({ where })
  })
  await begun
  const reader = async () => {
    for (let turn = 0; turn < 100; turn += 1) await jobRun.findUnique({ where })
  }
  await Promise.all([inside, ...Array.from({ length: 5 }, reader)])
})

test.each([
  ['reads with SQL', (database) => database.query.get(COUNT)],
  ['reads with Prisma Client', async (database) => (await database.records()).jobRun.count()],
  ['takes a snapshot', (database) => database.readSnapshot((query) => query.get(COUNT))],
  ['writes with SQL', (database) => database.write((query) => query.run(INSERT, { period: '2' }))],
  ['writes with Prisma Client', async (database) => (await database.records()).jobRun.deleteMany()],
  ['waits for the disk', (database) => database.sync()],
] satisfies [string, (database: Awaited<ReturnType<typeof openTestSqlite>>) => unknown][])(
  'a caller inside a transaction that %s without its handle gets an error at once',
  async (_, call) => {
    const database = await openTestSqlite()
    const wrong = database.transaction(async ({ query }) => {
      await query.run(INSERT, { period: '1' })
      return call(database)
    })
    await expect(wrong).rejects.toThrow('inside a transaction only its own handle may be used')
    expect(await database.query.get(COUNT)).toEqual({ n: 0 })
  },
)

test('a transaction begun inside another one is part of it', async () => {
  const database = await openTestSqlite()
  const both = (isFailing: boolean) =>
    database.transaction(async () => {
      await database.transaction(({ query }) => query.run(INSERT, { period: '1' }))
      if (isFailing) throw new Error('later')
    })
  await expect(both(true)).rejects.toThrow('later')
  expect(await database.query.get(COUNT)).toEqual({ n: 0 })
  await both(false)
  expect(await database.query.get(COUNT)).toEqual({ n: 1 })
})
