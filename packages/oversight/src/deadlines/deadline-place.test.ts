import { expect, it } from 'vitest'
import { placeAddress, placeOf } from './deadline-place.ts'

const addressOf = (kind: Parameters<typeof placeOf>[0]['kind'], subject: string) =>
  placeAddress(placeOf({ kind, subject }))

it('a task leads to its record, and to the page of its work where it has none', () => {
  expect(addressOf('notice', '2026-014')).toBe('/registers/incidents?row=%5B%222026-014%22%5D')
  expect(addressOf('partner-audit', 'P1:2026')).toBe('/registers/partners?row=%5B%22P1%22%5D')
  expect(addressOf('assessment', '2026')).toBe('/registers/security-assessments')
  expect(addressOf('request', 'id')).toBe('/requests?case=id')
  expect(addressOf('seal', '2026-H1')).toBe('/closing?period=2026-H1')
  expect(addressOf('holidays', '2027')).toBe('/settings/survey')
  expect(addressOf('improvement', 'id')).toBe('/actions')
  expect(addressOf('meeting', '2026-Q1')).toBe('/meetings')
})

it('a report that a mail does not name leads to the list of reports', () => {
  expect(addressOf('report', '')).toBe('/whistle-blowing')
  expect(addressOf('report', 'id')).toBe('/whistle-blowing?report=id')
})
