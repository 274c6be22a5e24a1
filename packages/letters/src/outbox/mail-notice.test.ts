import { expect, test } from 'vitest'
import { memoryOutbox } from '../testing/memory-outbox.ts'
import { mailNotice } from './mail-notice.ts'

const readers = async () => [{ id: 'officer-1', locale: 'en' } as const, { id: 'officer-2', locale: 'zh-CN' } as const]
const clock = { now: () => 7 }
const notice = { kind: 'report-arrived', data: {} } as const

test('every reader gets the notice in the language of the account', async () => {
  const outbox = memoryOutbox()
  expect(await mailNotice({ outbox, readers, clock }, '2026-07-01', notice)).toBe(2)
  expect(outbox.letters).toMatchObject([
    { letter: { kind: 'report-arrived', locale: 'en' }, recipient: { kind: 'user', id: 'officer-1' }, at: 7 },
    { letter: { kind: 'report-arrived', locale: 'zh-CN' }, recipient: { kind: 'user', id: 'officer-2' }, at: 7 },
  ])
})

test('a notice goes out once for a day or half-year, and again for the next', async () => {
  const outbox = memoryOutbox()
  const mail = (period: string) => mailNotice({ outbox, readers, clock }, period, notice)
  expect([await mail('2026-07-01'), await mail('2026-07-01'), await mail('2026-07-02')]).toEqual([2, 0, 2])
})

test('notices of two kinds on one day are two letters', async () => {
  const outbox = memoryOutbox()
  await mailNotice({ outbox, readers, clock }, '2026-07-01', notice)
  const data = { period: '2026-H1', reason: 'late', lacking: [] } as const
  expect(await mailNotice({ outbox, readers, clock }, '2026-07-01', { kind: 'opening-question', data })).toBe(2)
})

test('an office without accounts gets no letters', async () => {
  const nobody = async () => []
  expect(await mailNotice({ outbox: memoryOutbox(), readers: nobody, clock }, '2026-07-01', notice)).toBe(0)
})
