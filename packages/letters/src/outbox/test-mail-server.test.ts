import { expect, test } from 'vitest'
import { memoryOutbox } from '../testing/memory-outbox.ts'
import { occasionKey, testBeforeOpening, testMailServer } from './test-mail-server.ts'

const officer = { id: 'officer-1', locale: 'en' } as const
const deputy = { id: 'officer-2', locale: 'zh-CN' } as const

test('an officer who asks gets a test letter, and within the same minute only one', async () => {
  const outbox = memoryOutbox()
  for (const at of [0, 59_999, 60_000]) await testMailServer({ outbox, clock: { now: () => at } }, { to: officer })
  const letter = { kind: 'mail-server-test', locale: 'en', data: { opening: null } }
  const recipient = { kind: 'user', id: 'officer-1' }
  expect(outbox.letters).toMatchObject([
    { letter, recipient, at: 0 },
    { letter, recipient, at: 60_000 },
  ])
})

test('two officers who ask within one minute get a letter each', async () => {
  const outbox = memoryOutbox()
  for (const to of [officer, deputy]) await testMailServer({ outbox, clock: { now: () => 0 } }, { to })
  expect(outbox.letters.map(({ recipient }) => recipient.id)).toEqual(['officer-1', 'officer-2'])
})

test('before an opening every officer gets one test letter that names the opening', async () => {
  const outbox = memoryOutbox()
  const ports = { outbox, officers: async () => [officer, deputy], clock: { now: () => 7 } }
  const opening = { period: '2026-H1', on: '2026-07-01' }
  const test = (occasion: string) => testBeforeOpening(ports, { occasion, opening })
  expect([await test('2026-H1:7'), await test('2026-H1:7'), await test('2026-H1:1')]).toEqual([2, 0, 2])
  expect(outbox.letters.slice(0, 2)).toMatchObject([
    { letter: { locale: 'en', data: { opening } }, at: 7 },
    { letter: { locale: 'zh-CN', data: { opening } }, at: 7 },
  ])
})

test('the letters of an occasion are found by the beginning of their keys', async () => {
  const outbox = memoryOutbox()
  const ports = { outbox, officers: async () => [officer, deputy], clock: { now: () => 7 } }
  await testBeforeOpening(ports, { occasion: '2026-H1:7', opening: null })
  const begin = occasionKey('2026-H1:7')
  expect(outbox.letters.map(({ dedupeKey }) => dedupeKey)).toEqual([`${begin}officer-1`, `${begin}officer-2`])
})
