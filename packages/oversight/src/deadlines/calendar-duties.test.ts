import { describe, expect, test } from 'vitest'
import { calendarDuties, freezeDueOn } from './calendar-duties.ts'

const START = '2025-07-01'
const NOTHING = { meetings: [], planned: [], daysOff: [] }
const duties = (today: string, known: Parameters<typeof calendarDuties>[2] = NOTHING) =>
  calendarDuties(today, START, known).map(({ kind, subject, due }) => `${kind} ${subject} ${due.day}`)

describe('privacy meetings', () => {
  test('one is due by the end of each quarter, and stays overdue for the quarter after it', () => {
    expect(duties('2026-05-04')).toEqual(['meeting 2026-Q1 2026-03-31', 'meeting 2026-Q2 2026-06-30'])
  })

  test('one that was held on the first or the last day of its quarter counts', () => {
    const meetings = ['2026-01-01', '2026-06-30']
    expect(duties('2026-06-30', { ...NOTHING, meetings })).toEqual([])
  })

  test('a planned one is due on its day, in its quarter or a later one, until it has minutes', () => {
    const meetings = ['2026-03-02']
    const planned = ['2026-07-14', '2026-05-12', '2026-05-26', '2026-02-20']
    expect(duties('2026-05-04', { ...NOTHING, meetings, planned })).toEqual([
      'meeting 2026-Q2 2026-05-12',
      'meeting 2026-Q3 2026-07-14',
    ])
    expect(duties('2026-05-13', { ...NOTHING, planned: ['2026-02-20'] })).toEqual([
      'meeting 2026-Q1 2026-02-20',
      'meeting 2026-Q2 2026-06-30',
    ])
  })

  test('none is due for a quarter before the program began', () => {
    expect(duties('2025-07-01')).toEqual(['meeting 2025-Q3 2025-09-30'])
    expect(duties('2025-06-30')).toEqual([])
  })
})

describe('public holidays', () => {
  const meetings = ['2026-08-01', '2026-11-01', '2027-02-01']

  test('from October the next year is asked for', () => {
    expect(duties('2026-09-30', { ...NOTHING, meetings: ['2026-05-01', '2026-08-01'] })).toEqual([])
    expect(duties('2026-10-01', { ...NOTHING, meetings })).toEqual(['holidays 2027 2026-12-31'])
  })

  test('they are overdue in the year itself', () => {
    expect(duties('2027-01-15', { ...NOTHING, meetings })).toEqual(['holidays 2027 2026-12-31'])
  })

  test('days off that an officer entered answer for their year alone', () => {
    expect(duties('2026-10-01', { ...NOTHING, meetings, daysOff: ['2027-02-06'] })).toEqual([])
    expect(duties('2026-10-01', { ...NOTHING, meetings, daysOff: ['2026-12-24'] })).toEqual([
      'holidays 2027 2026-12-31',
    ])
  })
})

test('a half-year is to be frozen within 60 days of its end', () => {
  expect(freezeDueOn('2025-H2', null)).toBe('2026-03-01')
  expect(freezeDueOn('2026-H1', null)).toBe('2026-08-29')
})

test('a half-year whose survey ends late is to be frozen within 21 days of the last day of the survey', () => {
  expect(freezeDueOn('2025-H2', '2026-02-02')).toBe('2026-03-01')
  expect(freezeDueOn('2025-H2', '2026-02-09')).toBe('2026-03-02')
  expect(freezeDueOn('2026-H1', '2026-12-31')).toBe('2027-01-21')
})
