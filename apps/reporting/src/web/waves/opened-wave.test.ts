import { expect, test } from 'vitest'
import { openedWave } from './opened-wave.ts'

const latest = { period: '2026-H1', status: 'unlinked' } as const
const open = { period: '2025-H2', status: 'open' } as const

test('a period without a wave opens no other one', () => {
  expect(openedWave([latest, open], '2019-H1')).toBeNull()
  expect(openedWave([latest, open], '2026-H1')).toBe(latest)
})

test('an address without a period opens the open wave, else the latest', () => {
  expect(openedWave([latest, open], undefined)).toBe(open)
  expect(openedWave([latest], undefined)).toBe(latest)
  expect(openedWave([], undefined)).toBeNull()
})
