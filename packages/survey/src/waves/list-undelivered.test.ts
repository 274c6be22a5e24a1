import { expect, test } from 'vitest'
import { openedFixture } from '../testing/open-survey.ts'
import { listUndelivered } from './list-undelivered.ts'

const page = { period: '2026-H1', offset: 0, limit: 10 }

test('undelivered invitations are listed with customer number and reply, a page at a time', async () => {
  const { ports, memory } = await openedFixture()
  for (const letter of memory.letters.slice(0, 2)) Object.assign(letter, { state: 'failed', reply: '550 no such user' })
  const outcome = await listUndelivered(ports, page)
  expect(outcome).toMatchObject({ ok: true, value: { total: 2 } })
  const [first, second] = outcome.ok ? outcome.value.letters : []
  expect(first).toMatchObject({ state: 'failed', reply: '550 no such user' })
  expect(first?.customerNumber).toMatch(/^C-[123]$/)
  expect(await listUndelivered(ports, { ...page, offset: 1 })).toMatchObject({ value: { total: 2, letters: [second] } })
  expect(await listUndelivered(ports, { ...page, limit: 1 })).toMatchObject({ value: { total: 2, letters: [first] } })
})

test('a half-year without a wave has no letters', async () => {
  const { ports } = await openedFixture()
  expect(await listUndelivered(ports, { ...page, period: '2025-H2' })).toEqual({
    ok: false,
    fault: { code: 'no-wave' },
  })
})
