import { addDays, addMonths, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  acknowledgementDue,
  closingFault,
  feedbackDue,
  mayRead,
  nextTask,
  reportUrgency,
  type WhistleReport,
} from './whistle-report.ts'

const whistleReport: WhistleReport = {
  id: 'a',
  reporter: 'staff',
  locale: 'en',
  receivedOn: '2026-03-02',
  status: 'received',
  outcome: null,
  anonymous: true,
  concernsOfficer: false,
  acknowledgedOn: null,
  examinedOn: null,
  feedbackOn: null,
  closedOn: null,
}

test.each([
  // Without an acknowledgment the 3 months start when its 7 days are over.
  ['2026-03-02', null, '2026-03-09', '2026-06-09'],
  ['2026-03-02', '2026-03-04', '2026-03-09', '2026-06-04'],
  // A late acknowledgment does not extend the deadline.
  ['2026-03-02', '2026-05-20', '2026-03-09', '2026-06-09'],
  ['2025-11-23', '2025-11-30', '2025-11-30', '2026-02-28'],
] as const)(
  'received on %s and acknowledged on %s, it is due on %s and %s',
  (receivedOn, acknowledgedOn, first, second) => {
    expect([acknowledgementDue(receivedOn), feedbackDue({ receivedOn, acknowledgedOn })]).toEqual([first, second])
  },
)

const day = fc.integer({ min: 0, max: 4_000 }).map((n): CalendarDate => addDays('2020-01-01', n))

test('feedback is due at most 7 days and 3 months after receipt, whenever the report was acknowledged', () => {
  fc.assert(
    fc.property(day, fc.option(fc.nat(200), { nil: null }), (receivedOn, after) => {
      const acknowledgedOn = after === null ? null : addDays(receivedOn, after)
      const due = feedbackDue({ receivedOn, acknowledgedOn })
      expect(due <= addMonths(addDays(receivedOn, 7), 3)).toBe(true)
      expect(due >= addMonths(receivedOn, 3)).toBe(true)
    }),
  )
})

test('the next task is the acknowledgment, then the feedback, then none', () => {
  const acknowledged = { ...whistleReport, status: 'acknowledged', acknowledgedOn: '2026-03-04' } as const
  const answered = { ...acknowledged, feedbackOn: '2026-03-20' }
  expect([whistleReport, acknowledged, answered].map(nextTask)).toEqual([
    { task: 'acknowledge', dueOn: '2026-03-09' },
    { task: 'feedback', dueOn: '2026-06-04' },
    null,
  ])
  expect(
    ['2026-03-06', '2026-03-07', '2026-03-09', '2026-03-10'].map((on) => reportUrgency(whistleReport, on)),
  ).toEqual(['in-time', 'due-soon', 'due-soon', 'overdue'])
  expect(reportUrgency(answered, '2030-01-01')).toBe('answered')
})

test('a report is closed once, and only after feedback to the reporter', () => {
  expect(closingFault(whistleReport)).toBe('feedback-missing')
  expect(closingFault({ ...whistleReport, feedbackOn: '2026-03-20' })).toBeNull()
  expect(closingFault({ ...whistleReport, status: 'closed', feedbackOn: '2026-03-20' })).toBe('report-closed')
})

test('only a case handler has access, and to a report about the officer only one in office when it arrived', () => {
  const about = { receivedOn: '2026-03-02', concernsOfficer: true }
  expect(['2026-03-01', '2026-03-02', '2026-03-03', null].map((since) => mayRead(about, since))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(mayRead({ ...about, concernsOfficer: false }, '2026-03-03')).toBe(true)
  expect(mayRead({ ...about, concernsOfficer: false }, null)).toBe(false)
})
