import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar } from './calendar.ts'
import { due } from './run-calendar.ts'

const at = (text: string) => Date.parse(text)
const daily = {
  job: 'daily',
  schedule: '0 30 1 * * *',
  period: (instant: Instant, zone: string) => dateAt(instant, zone),
}
const hour = 3_600_000

describe('due', () => {
  it('finds nothing between two dates, and a date once it has come', () => {
    const reminders = (from: string, to: string) =>
      due(calendar, () => at(from), at(to), 'Asia/Shanghai').flatMap(({ entry, period }) =>
        entry.job === 'remind-owners' && period ? [period] : [],
      )
    expect(reminders('2026-01-04T00:00:00Z', '2026-01-05T00:59:59Z')).toEqual([])
    expect(reminders('2026-01-05T00:59:59Z', '2026-01-05T01:00:00Z')).toEqual(['2026-01'])
    expect(reminders('2026-01-05T01:00:00Z', '2026-02-05T00:59:00Z')).toEqual([])
    expect(reminders('2026-01-04T00:00:00Z', '2026-04-04T00:00:00Z')).toEqual(['2026-01', '2026-02', '2026-03'])
  })

  it('finds a check once, however many of its minutes have passed', () => {
    const dueEntries = due(calendar, () => at('2026-02-01T00:00:30Z'), at('2026-03-10T00:00:00Z'), 'Asia/Shanghai')
    expect(dueEntries.map(({ entry, period }) => [entry.job, period])).toEqual([
      ['test-mail-server', null],
      ['end-approvals', null],
      ['close-waves', null],
      ['open-waves', null],
      ['chain-audit-log', null],
      ['watch-letters', null],
      ['alert-at-once', null],
      ['certify-unlinking', null],
      ['tell-of-bounces', null],
      ['count-open-waves', null],
      ['mail-digests', null],
      ['executive-summary', null],
      ['remind-travelers', null],
      ['delete-what-is-due', null],
      ['prove-pdf', null],
      ['check-policy-pages', null],
      ['verify-audit-log', null],
      ['mail-goal-changes', null],
      ['tell-of-requests', null],
      ['tell-of-reports', null],
      ['remind-owners', '2026-02'],
      ['remind-owners', '2026-03'],
    ])
  })

  it('finds nothing after the clock was set back', () => {
    expect(due(calendar, () => at('2026-01-16T00:00:00Z'), at('2026-01-14T00:00:00Z'), 'Asia/Shanghai')).toEqual([])
  })

  it.each([
    'Europe/London',
    'Asia/Shanghai',
    'Australia/Sydney',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'America/New_York',
  ])('finds every local day once in ten years of %s, in steps of any size', (zone) => {
    const begin = at('2016-06-01T00:00:00Z')
    const end = at('2026-06-01T00:00:00Z')
    const allPeriods = due([daily], () => begin, end, zone).map(({ period }) => period)
    expect(new Set(allPeriods).size).toBe(allPeriods.length)
    const days = Math.round((end - begin) / (24 * hour))
    expect(Math.abs(allPeriods.length - days)).toBeLessThanOrEqual(1)
  })

  it('neither skips nor doubles the night of a DST change', () => {
    const nights = (from: string, to: string) =>
      due([daily], () => at(from), at(to), 'Europe/London').map(({ period }) => period)
    expect(nights('2026-03-27T12:00:00Z', '2026-03-30T12:00:00Z')).toEqual(['2026-03-28', '2026-03-29', '2026-03-30'])
    expect(nights('2026-10-23T12:00:00Z', '2026-10-26T12:00:00Z')).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
  })

  it('finds the same periods however a span of time is divided into runs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 * 24 }), { minLength: 1, maxLength: 30 }), (hours) => {
        const begin = at('2026-03-01T00:00:00Z')
        const seenPeriods: (string | null)[] = []
        let lastLook = begin
        for (const step of hours) {
          const from = lastLook
          seenPeriods.push(...due([daily], () => from, from + step * hour, 'Europe/London').map(({ period }) => period))
          lastLook += step * hour
        }
        const wholePeriods = due([daily], () => begin, lastLook, 'Europe/London').map(({ period }) => period)
        expect([...new Set(seenPeriods)]).toEqual(wholePeriods)
      }),
      { numRuns: 60 },
    )
  })
})
