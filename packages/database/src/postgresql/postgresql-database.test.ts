import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openTestPostgresql } from '../testing/test-postgresql.ts'
import type { PostgresqlDatabase } from './postgresql-database.ts'

const at = new Date(0)

describe('a transaction on PostgreSQL', () => {
  test('is repeated after a conflict, so no change of a counter is lost', async () => {
    const database = await openTestPostgresql()
    const records = await database.records()
    const where = { job_period: { job: 'count', period: '' } }
    await records.jobRun.create({ data: { job: 'count', period: '', at, fence: 0 } })
    let tries = 0
    const { promise: allHaveRead, resolve } = Promise.withResolvers<void>()
    const count = () =>
      database.transaction(async ({ records }) => {
        const { fence } = await records.jobRun.findUniqueOrThrow({ where })
        tries += 1
        if (tries === 4) resolve()
        await allHaveRead
        await records.jobRun.update({ where, data: { fence: fence + 1 } })
      })
    await Promise.all([count(), count(), count(), count()])
    expect(await records.jobRun.findUnique({ where })).toMatchObject({ fence: 4 })
    expect(tries).toBeGreaterThan(4)
  })

  test('is repeated after a conflict that the server finds at its commit', async () => {
    const database = await openTestPostgresql()
    let written = 0
    let tries = 0
    const { promise: bothHaveWritten, resolve } = Promise.withResolvers<void>()
    /** Counts all rows and adds one: with the other, only in some order. */
    const addNext = (job: string) =>
      database.transaction(async ({ records }) => {
        tries += 1
        const fence = await records.jobRun.count()
        await records.jobRun.create({ data: { job, period: '', at, fence } })
        written += 1
        if (written === 2) resolve()
        await bothHaveWritten
      })
    await Promise.all([addNext('one'), addNext('other')])
    const rows = await (await database.records()).jobRun.findMany()
    expect(rows.map(({ fence }) => fence).toSorted()).toEqual([0, 1])
    // The repeated one may begin before the commit of the other is visible, and meets it again.
    expect(tries).toBeGreaterThan(2)
  })

  test('is repeated once if another has just stored its row, and finds the row', async () => {
    const database = await openTestPostgresql()
    let tries = 0
    const { promise: bothHaveLooked, resolve } = Promise.withResolvers<void>()
    const store = () =>
      database.write(async (query) => {
        tries += 1
        const isRepeated = tries > 2
        if (tries === 2) resolve()
        await bothHaveLooked
        if (isRepeated) return query.get<{ n: number }>('SELECT count(*) AS n FROM job_run')
        await query.run("INSERT INTO job_run (job, period, at) VALUES ('same', '', @at)", { at })
        return { n: 1 }
      })
    expect(await Promise.all([store(), store()])).toEqual([{ n: 1 }, { n: 1 }])
    expect(tries).toBe(3)
    const again = () =>
      database.write((query) => {
        tries += 1
        return query.run("INSERT INTO job_run (job, period, at) VALUES ('same', '', @at)", { at })
      })
    await expect(again()).rejects.toMatchObject({ code: '23505' })
    expect(tries).toBe(5)
  })

  test.each([
    ['calls Prisma Client', async (database: PostgresqlDatabase) => (await database.records()).jobRun.count()],
    ['reads with SQL', (database: PostgresqlDatabase) => database.query.get('SELECT 1 AS one')],
    ['takes a snapshot', (database: PostgresqlDatabase) => database.readSnapshot(async () => null)],
  ])(
    'that %s without its handle gets an error at once and keeps nothing, even with one connection',
    async (_, call) => {
      const database = await openTestPostgresql(1)
      const wrong = database.transaction(async ({ records }) => {
        await records.jobRun.create({ data: { job: 'wrong', period: '', at } })
        return call(database)
      })
      await expect(wrong).rejects.toThrow('inside a transaction only its own handle may be used')
      expect(await (await database.records()).jobRun.count()).toBe(0)
    },
  )

  test('does not disturb reads outside, although Prisma Client batches concurrent reads', async () => {
    const database = await openTestPostgresql()
    const where = { job_period: { job: 'none', period: '' } }
    const { jobRun } = await database.records()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const inside = database.transaction(async ({ records, query }) => {
      begin()
      await records.jobRun.create({ data: { job: 'inside', period: '', at } })
      for (let turn = 0; turn < 50; turn += 1) await records.jobRun.findUnique({ where })
      return query.get('SELECT count(*) AS n FROM job_run')
    })
    await begun
    const reader = async () => {
      for (let turn = 0; turn < 50; turn += 1) await jobRun.findUnique({ where })
    }
    const [count] = await Promise.all([inside, ...Array.from({ length: 5 }, reader)])
    expect(count).toEqual({ n: 1 })
  })

  test('stores nothing when it fails, and returns its connection', async () => {
    const database = await openTestPostgresql(1)
    for (let round = 0; round < 3; round += 1) {
      const failing = database.transaction(async ({ records }) => {
        await records.jobRun.create({ data: { job: 'failing', period: '', at } })
        throw new Error('the work fails')
      })
      await expect(failing).rejects.toThrow('the work fails')
    }
    expect(await (await database.records()).jobRun.count()).toBe(0)
  })
})

describe('the changes that a locking transaction returns', () => {
  const ADD = 'INSERT INTO job_run (job, period, at, fence) VALUES (@job, @period, @at, 0)'
  const added = (job: string) => ({ statement: ADD, values: { job, period: '', at } })
  const COUNT = 'UPDATE job_run SET fence = @fence WHERE job = @job'
  const jobs = (database: PostgresqlDatabase) => database.query.all('SELECT job, fence FROM job_run ORDER BY job')

  test('are all written, each with its own values, while the rows are locked', async () => {
    const database = await openTestPostgresql()
    await database.lockAndChange(async () => ({ result: null, changes: [added('first'), added('second')] }))
    const count = () =>
      database.lockAndChange(async (query) => {
        const rows = await query.all<{ job: string; fence: number }>(
          'SELECT job, fence FROM job_run ORDER BY job FOR UPDATE',
        )
        const changes = rows.map(({ job, fence }, n) => ({ statement: COUNT, values: { job, fence: fence + n + 1 } }))
        return { result: rows.length, changes }
      })
    expect(await Promise.all(Array.from({ length: 8 }, count))).toEqual(Array(8).fill(2))
    expect(await jobs(database)).toEqual([
      { job: 'first', fence: 8 },
      { job: 'second', fence: 16 },
    ])
  })

  test('are made in its transaction', async () => {
    const database = await openTestPostgresql(1)
    const statement = `INSERT INTO job_run (job, period, at) SELECT current_setting('test.local', true), '', @at`
    await database.lockAndChange(async (query) => {
      await query.get(`SELECT set_config('test.local', 'inside', true)`)
      return { result: null, changes: [{ statement, values: { at } }] }
    })
    expect(await jobs(database)).toEqual([{ job: 'inside', fence: 0 }])
  })

  test('are all rolled back if one of them fails, and the connection is returned', async () => {
    const database = await openTestPostgresql(1)
    await database.lockAndChange(async () => ({ result: null, changes: [added('first')] }))
    for (let round = 0; round < 3; round += 1) {
      const failing = database.lockAndChange(async () => ({ result: null, changes: [added('other'), added('first')] }))
      await expect(failing).rejects.toMatchObject({ code: '23505' })
    }
    expect(await jobs(database)).toEqual([{ job: 'first', fence: 0 }])
  })

  test('are not written if the work fails', async () => {
    const database = await openTestPostgresql(1)
    const failing = database.lockAndChange(async () => {
      throw new Error('the work fails')
    })
    await expect(failing).rejects.toThrow('the work fails')
    expect(await database.lockAndChange(async () => ({ result: 'done', changes: [] }))).toBe('done')
  })
})

test('gets a new connection after the server has ended the old one', async () => {
  const database = await openTestPostgresql(1)
  const records = await database.records()
  expect(await records.jobRun.count()).toBe(0)
  const ending = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = pg_backend_pid()'
  await expect(database.pool.query(ending)).rejects.toThrow()
  for (let turn = 0; turn < 50; turn += 1) await nextTurn()
  expect(await records.jobRun.count()).toBe(0)
})
