import { expect, test } from 'vitest'
import { waveBefore, waveToShow } from './wave-to-show.ts'

const latest = { period: '2026-H1', status: 'unlinked' } as const
const open = { period: '2025-H2', status: 'open' } as const

test('a period without a wave shows no other wave', () => {
  expect(waveToShow([latest, open], '2019-H1')).toBeNull()
  expect(waveToShow([latest, open], '2026-H1')).toBe(latest)
})

test('an address without a period shows the open wave, or else the latest', () => {
  expect(waveToShow([latest, open], undefined)).toBe(open)
  expect(waveToShow([latest], undefined)).toBe(latest)
  expect(waveToShow([], undefined)).toBeNull()
})

test('a wave is compared with the nearest earlier closed wave on a half-year', () => {
  const year = { period: '2025', status: 'unlinked' } as const
  const first = { period: '2024-H2', status: 'closed' } as const
  expect(waveBefore([latest, open, year, first], latest)).toBe(first)
  expect(waveBefore([latest, first], first)).toBeNull()
  expect(waveBefore([latest, year, first], year)).toBeNull()
})
