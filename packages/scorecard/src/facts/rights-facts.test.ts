import { openTestDatabase } from '@wayproof/database/testing/engines'
import type { CaseKind } from '@wayproof/evidence/rights/rights-case'
import { addCases, type WrittenCase } from '@wayproof/evidence/testing/add-cases'
import { addDays, type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rightsFacts } from './rights-facts.ts'

const half = { kind: 'half-year', year: 2025, index: 2 } as const

/** An independent count: weekends, and in a year without an official arrangement the holidays with a fixed date. */
const OFF_2025 = ['2025-05-01', '2025-05-02', '2025-10-01', '2025-10-02', '2025-10-03']
function secondWorkingDay(received: CalendarDate): CalendarDate {
  const isWorked = (date: CalendarDate) =>
    ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) && !OFF_2025.includes(date)
  const after = Array.from({ length: 20 }, (_, i) => addDays(received, i + 1)).filter(isWorked)
  return after[1] ?? ''
}

it('counts the requests and complaints of a half-year as a plain reader of the rows does', async () => {
  const database = await openTestDatabase()
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-03-01', days))
  const later = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })
  const one = fc.record({
    kind: fc.constantFrom<CaseKind>('access', 'deletion', 'complaint', 'enquiry'),
    receivedOn: day,
    term: later,
    answered: later,
    closed: later,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 40 }), async (drawn) => {
      const after = (date: string, days: number | null) => (days === null ? null : addDays(date, days))
      const cases = drawn.map(
        ({ kind, receivedOn, term, answered, closed }): WrittenCase => ({
          ...{ kind, receivedOn, dueOn: after(receivedOn, term) },
          ...{ answeredOn: after(receivedOn, answered), closedOn: after(receivedOn, closed) },
        }),
      )
      await database.write((query) => query.run('DELETE FROM rights_case'))
      await addCases(database, cases)
      const within = (date: string | null): date is string =>
        date !== null && date >= '2025-07-01' && date <= '2025-12-31'
      const inTimeOf = (due: readonly Pick<WrittenCase, 'dueOn' | 'answeredOn' | 'closedOn'>[]) => ({
        due: due.length,
        inTime: due.filter(({ dueOn, answeredOn, closedOn }) =>
          [answeredOn, closedOn].some((done) => done !== null && done <= (dueOn ?? '')),
        ).length,
      })
      const requests = cases.filter(({ kind }) => kind !== 'complaint' && kind !== 'enquiry')
      const complaints = cases.filter(({ kind }) => kind === 'complaint')
      const days = requests
        .filter(({ answeredOn }) => within(answeredOn))
        .map(({ answeredOn, receivedOn }) => daysBetween(receivedOn, answeredOn ?? ''))
        .toSorted((a, b) => a - b)
      const rank = (share: number) => days[Math.ceil((days.length * share) / 10) - 1]
      const complaintsDue = complaints
        .map((each) => ({ ...each, dueOn: secondWorkingDay(each.receivedOn) }))
        .filter(({ dueOn }) => within(dueOn))
      expect(await rightsFacts(database.query, half)).toEqual({
        requests: inTimeOf(requests.filter(({ dueOn }) => within(dueOn))),
        complaints: complaints.filter(({ receivedOn }) => within(receivedOn)).length,
        complaintAnswers: inTimeOf(complaintsDue),
        days: days.length ? { median: rank(5), ninetieth: rank(9), cases: days.length } : null,
      })
    }),
    { numRuns: 60 },
  )
})

const answered = (receivedOn: string, answeredOn: string | null): WrittenCase => ({
  ...{ kind: 'complaint', receivedOn, dueOn: null, answeredOn, closedOn: null },
})

it('counts a complaint answered by its second working day, without holidays, as in time, in the half-year of that day', async () => {
  const database = await openTestDatabase()
  await addCases(database, [
    // Friday to Tuesday.
    answered('2026-03-13', '2026-03-17'),
    answered('2026-03-13', '2026-03-18'),
    // Saturday, February 14, is a working day, and Spring Festival ends on the 23rd.
    answered('2026-02-12', '2026-02-14'),
    answered('2026-02-12', '2026-02-24'),
    answered('2026-02-13', '2026-02-24'),
    // Due in the next half-year.
    answered('2026-06-30', '2026-06-30'),
  ])
  const facts = await rightsFacts(database.query, { kind: 'half-year', year: 2026, index: 1 })
  expect(facts.complaintAnswers).toEqual({ due: 5, inTime: 3 })
})
