import { halfYear, parsePeriod } from '@wayproof/kernel/calendar/period'
import { expect, test } from 'vitest'
import { comingEditions } from './coming-editions.ts'
import { dueUnder, type HalfYearDates, halfYearEditions, runningEdition, runningEditions } from './edition-due.ts'
import { DEFAULT_EDITION_SETTINGS } from './edition-settings.ts'

const dates: HalfYearDates = {
  half: halfYear(2025, 2),
  wave: { closesOn: '2026-01-28', unlinkedOn: '2026-01-29' },
  daysOpen: 24,
  remindedOn: '2026-01-05',
  closedOn: null,
  localHolidays: [],
}
const recordOf = (of: Partial<HalfYearDates>, workingDays = 5) => {
  const editions = halfYearEditions({ ...dates, ...of }, { ...DEFAULT_EDITION_SETTINGS, workingDays })
  return editions.map(({ kind, dueOn, because }) => [kind, dueOn, because])
}

test('the edition of record is due so many working days after the later of unlinking and reminder', () => {
  expect(recordOf({})).toEqual([['record', '2026-02-05', 'wave-unlinked']])
  expect(recordOf({}, 1)).toEqual([['record', '2026-01-30', 'wave-unlinked']])
  expect(recordOf({ remindedOn: '2026-02-10' })).toEqual([['record', '2026-02-24', 'wave-unlinked']])
  expect(recordOf({ localHolidays: ['2026-02-02'] })).toEqual([['record', '2026-02-06', 'wave-unlinked']])
})

test('a wave that is not unlinked counts from its closing date, and one that never opened from the date it would have had', () => {
  expect(recordOf({ wave: { closesOn: '2026-02-20', unlinkedOn: null } })).toEqual([
    ['record', '2026-02-28', 'wave-to-close'],
  ])
  // The first working day is 4 January; 24 days later it would have closed.
  expect(recordOf({ wave: null })).toEqual([['record', '2026-02-04', 'wave-never-opened']])
})

test('a closed half-year has the sealed edition in place of the others', () => {
  expect(recordOf({ closedOn: '2026-02-01' })).toEqual([['sealed', '2026-02-01', 'half-year-closed']])
  const settings = { ...DEFAULT_EDITION_SETTINGS, preliminary: true }
  expect(halfYearEditions(dates, settings).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ['preliminary', '2026-01-04'],
    ['record', '2026-02-05'],
  ])
})

test('running figures follow a month or quarter on a working day, but not one that ends a half-year', () => {
  const both = { monthly: true, quarterly: true }
  const of = (month: string, settings = both) => {
    const dueEdition = runningEdition(parsePeriod(month) ?? halfYear(2026, 1), settings, [])
    return dueEdition && [dueEdition.kind, dueEdition.occasion, dueEdition.period, dueEdition.dueOn]
  }
  expect(of('2026-02')).toEqual(['monthly', '2026-02', '2026-H1', '2026-03-02'])
  expect(of('2026-03')).toEqual(['quarterly', '2026-Q1', '2026-H1', '2026-04-01'])
  expect(of('2026-03', { monthly: true, quarterly: false })).toEqual(['monthly', '2026-03', '2026-H1', '2026-04-01'])
  expect(of('2026-02', { monthly: false, quarterly: true })).toBeNull()
  expect(of('2026-06')).toBeNull()
  expect(runningEditions('2026-07-10', both, [])).toEqual([])
})

test('running figures of a quarter stay due while nothing runs for longer than a month', () => {
  const found = (day: string, settings: Parameters<typeof runningEditions>[1]) =>
    runningEditions(day, settings, []).map(({ occasion }) => occasion)
  expect(found('2026-06-10', { monthly: false, quarterly: true })).toEqual(['2026-Q1'])
  expect(found('2026-06-10', { monthly: true, quarterly: true })).toEqual([
    '2026-01',
    '2026-02',
    '2026-Q1',
    '2026-04',
    '2026-05',
  ])
})

test('an edition that settings switched on is not due before their day, and one they brought ahead is not late', () => {
  const [record] = halfYearEditions(dates, DEFAULT_EDITION_SETTINGS)
  const [quarterly] = runningEditions('2026-06-10', { monthly: false, quarterly: true }, [])
  const [dueEdition] = halfYearEditions({ ...dates, closedOn: '2026-02-01' }, DEFAULT_EDITION_SETTINGS)
  const under = (savedOn: string | null) =>
    [record, quarterly, dueEdition].map((due) => due && (dueUnder(due, savedOn)?.dueOn ?? null))
  expect(under(null)).toEqual(['2026-02-05', '2026-04-01', '2026-02-01'])
  expect(under('2026-02-05')).toEqual(['2026-02-05', '2026-04-01', '2026-02-01'])
  expect(under('2026-04-02')).toEqual(['2026-04-02', null, '2026-02-01'])
})

test('the coming dates are those from today on, and say which may still move', () => {
  const settings = { ...DEFAULT_EDITION_SETTINGS, quarterly: true }
  const next = { ...dates, half: halfYear(2026, 1), wave: null, remindedOn: null }
  expect(
    comingEditions('2026-02-01', [dates, next], settings).map(({ kind, dueOn, certain }) => [kind, dueOn, certain]),
  ).toEqual([
    ['record', '2026-02-05', true],
    ['quarterly', '2026-04-01', true],
    ['record', '2026-07-31', false],
  ])
})
