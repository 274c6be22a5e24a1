import { describe, expect, test } from 'vitest'
import { engines } from '../testing/engines.ts'
import { isUniqueConflict } from './unique-conflict.ts'

const ADDRESS = 'li.na@travel.example'

describe.each(engines.slice(0, 1))('an error of Prisma Client on $engine', ({ open }) => {
  test('quotes no value of the call, outside and inside a transaction', async () => {
    const database = await open()
    const wrong = { job: ADDRESS, period: '1', at: 'no date' as unknown as Date }
    const { jobRun } = await database.records()
    const calls = [
      () => jobRun.create({ data: wrong }),
      () => database.transaction(({ records }) => records.jobRun.create({ data: wrong })),
    ]
    for (const call of calls) {
      const error: unknown = await call().catch((thrown) => thrown)
      if (!(error instanceof Error)) throw new Error('the call did not fail')
      expect(`${error.message} ${error.stack}`).not.toContain(ADDRESS)
      expect(error.message).toBe('Prisma Client failed in JobRun.create')
      expect(error.stack).toContain('    at ')
    }
  })

  test('keeps its code', async () => {
    const { jobRun } = await (await open()).records()
    const data = { job: ADDRESS, period: '1', at: new Date(0) }
    await jobRun.create({ data })
    const error: unknown = await jobRun.create({ data }).catch((thrown) => thrown)
    expect(isUniqueConflict(error)).toBe(true)
    expect(String(error)).not.toContain(ADDRESS)
  })
})
