import { describe, expect, test } from 'vitest'
import { engines } from '../testing/engines.ts'

const data = { job: 'summary', period: '1', at: new Date(0) }

describe.each(engines)('a client of Prisma on $engine', ({ open }) => {
  test('serves the database that is opened after the first one is closed, and no other', async () => {
    const first = await open()
    const { jobRun } = await first.records()
    await jobRun.create({ data })
    await first.close()
    const second = await open()
    const records = await second.records()
    expect(await records.jobRun.count()).toBe(0)
    await expect(jobRun.create({ data })).rejects.toMatchObject({ code: 'closed' })
    expect(await records.jobRun.count()).toBe(0)
    await expect(first.transaction(async () => {})).rejects.toMatchObject({ code: 'closed' })
  })

  test('reads and writes its own one of two open databases', async () => {
    const [first, second] = [await open(), await open()]
    await (await first.records()).jobRun.create({ data })
    await second.transaction(async ({ records }) => {
      expect(await records.jobRun.count()).toBe(0)
      expect(await (await first.records()).jobRun.count()).toBe(1)
    })
  })

  test('in use while its database is closed serves no other database', async () => {
    const first = await open()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const unfinished = first.transaction(async ({ records }) => {
      await records.jobRun.create({ data })
      begin()
      await ended
      return records.jobRun.count()
    })
    const settled = unfinished.catch(() => 'failed')
    await begun
    const closed = first.close()
    const second = await open()
    const { jobRun } = await second.records()
    expect(await jobRun.count()).toBe(0)
    end()
    await Promise.all([settled, closed])
    expect(await jobRun.count()).toBe(0)
  })
})
