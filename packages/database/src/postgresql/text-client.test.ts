import { expect, test } from 'vitest'
import { openTestPostgresql } from '../testing/test-postgresql.ts'

test('a NUL in a text is stored as U+FFFD, by SQL and by Prisma Client, alone and in a list', async () => {
  const database = await openTestPostgresql()
  const { jobRun } = await database.records()
  await jobRun.create({ data: { job: 'a\0b', period: '\0', at: new Date(0) } })
  expect(await jobRun.findMany({ where: { job: { in: ['a\0b'] } }, select: { job: true, period: true } })).toEqual([
    { job: 'a\uFFFDb', period: '\uFFFD' },
  ])
  const found = database.query.all('SELECT job FROM job_run WHERE job = ANY(@jobs) AND period = @period', {
    jobs: ['c\0', 'a\0b'],
    period: '\0',
  })
  expect(await found).toEqual([{ job: 'a\uFFFDb' }])
})

test('a text without NUL is stored as it is', async () => {
  const database = await openTestPostgresql()
  const text = '\u0001 \uFFFD 隐私 😀 \\0'
  expect(await database.query.get('SELECT @text AS text', { text })).toEqual({ text })
})
