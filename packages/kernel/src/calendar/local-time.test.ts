import { expect, test } from 'vitest'
import { instantOf, localTimeAt } from './local-time.ts'

test.each([
  ['2026-03-01T00:10:00', 'Asia/Shanghai', '2026-02-28T16:10:00Z'],
  ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ['2026-01-01T13:59:59', 'Pacific/Kiritimati', '2025-12-31T23:59:59Z'],
])('%s in %s is %s, and converts back', (local, timeZone, utc) => {
  expect(new Date(instantOf(local, timeZone)).toISOString().replace('.000', '')).toBe(utc)
  expect(localTimeAt(Date.parse(utc), timeZone)).toBe(local)
})

test('a local time skipped by a clock change maps to the moment just after the gap', () => {
  expect(localTimeAt(instantOf('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29T03:30:00')
})
