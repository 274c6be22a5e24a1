import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { expect, test } from 'vitest'
import { PrismaClient } from '../generated/client.ts'
import { prismaClient } from '../prisma/prisma-client.ts'
import { jobRunTable } from '../testing/job-run-table.ts'
import { openTemporary } from '../testing/open-temporary.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import { timing } from '../testing/timing.ts'

const at = new Date('2030-01-01T00:00:00Z')

/**
 * Sends 270 plain writes, 9 beside each of 30 transactions that fail, and counts the acknowledged and the stored ones.
 */
async function writeBesideFailures(prisma: PrismaClient) {
  let acknowledged = 0
  const plain = (period: string) =>
    prisma.jobRun.create({ data: { job: 'plain', period, at } }).then(() => {
      acknowledged += 1
    })
  for (let round = 0; round < 30; round += 1) {
    const failing = prisma.$transaction(async (inside) => {
      await inside.jobRun.create({ data: { job: 'failing', period: `${round}`, at } })
      await timing.sleep(3)
      throw new Error('the other transaction fails')
    })
    const writes = Array.from({ length: 9 }, (_, i) => timing.sleep(i % 3).then(() => plain(`${round}-${i}`)))
    await expect(failing).rejects.toThrow('the other transaction fails')
    await Promise.all(writes)
  }
  const stored = await prisma.jobRun.count({ where: { job: 'plain' } })
  const failed = await prisma.jobRun.count({ where: { job: 'failing' } })
  return { acknowledged, stored, failed }
}

test('the package adapter alone loses acknowledged writes when another transaction rolls back', async () => {
  const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: temporaryFile() }) })
  await prisma.$executeRawUnsafe(jobRunTable)
  const { acknowledged, stored } = await writeBesideFailures(prisma)
  await prisma.$disconnect()
  expect(acknowledged).toBe(270)
  expect(stored).toBeLessThan(270)
})

test('with the lock no acknowledged write is lost', async () => {
  const database = openTemporary()
  const { client: prisma } = prismaClient(database)
  await prisma.$executeRawUnsafe(jobRunTable)
  expect(await writeBesideFailures(prisma)).toEqual({ acknowledged: 270, stored: 270, failed: 0 })
})

test('raw writes take the same lock as Prisma transactions', async () => {
  const database = openTemporary()
  const { client: prisma } = prismaClient(database)
  await prisma.$executeRawUnsafe(jobRunTable)
  const failing = prisma.$transaction(async (inside) => {
    await inside.jobRun.create({ data: { job: 'failing', period: '1', at } })
    await timing.sleep(20)
    throw new Error('the other transaction fails')
  })
  await timing.sleep(5)
  await database.write(({ run }) => run(`INSERT INTO job_run (job, period, at) VALUES ('raw', '1', @at)`, { at }))
  await expect(failing).rejects.toThrow('the other transaction fails')
  expect(await database.query.all('SELECT job FROM job_run')).toEqual([{ job: 'raw' }])
})

test('a transaction inside a transaction is rolled back without the outer one', async () => {
  const { client: prisma } = prismaClient(openTemporary())
  await prisma.$executeRawUnsafe(jobRunTable)
  await prisma.$transaction(async (outer) => {
    await outer.jobRun.create({ data: { job: 'outer', period: '1', at } })
    const inner = outer.$transaction(async (nested) => {
      await nested.jobRun.create({ data: { job: 'inner', period: '1', at } })
      throw new Error('only the inner one')
    })
    await expect(inner).rejects.toThrow('only the inner one')
  })
  expect(await prisma.jobRun.findMany()).toMatchObject([{ job: 'outer', period: '1', at }])
})
