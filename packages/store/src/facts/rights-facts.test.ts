import type { CaseKind } from '@wayproof/evidence'
import { addDays, type CalendarDate, daysBetween } from '@wayproof/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addCases, type WrittenCase } from '../testing/add-cases.ts'
import { openTestDatabase } from '../testing/engines.ts'
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

const STORED = `SELECT id, kind, received_on AS receivedOn, due_on AS dueOn, answered_on AS answeredOn,
  closed_on AS closedOn FROM rights_case`

it('counts requests in whole groups, as a plain reader of the rows does', async () => {
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
  const from = '2025-07-01'
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 40 }), day, async (drawn, asOf) => {
      const after = (date: string, days: number | null) => (days === null ? null : addDays(date, days))
      const cases = drawn.map(
        ({ kind, receivedOn, term, answered, closed }): WrittenCase => ({
          ...{ kind, receivedOn, dueOn: after(receivedOn, term) },
          ...{ answeredOn: after(receivedOn, answered), closedOn: after(receivedOn, closed) },
        }),
      )
      await database.write((query) => query.run('DELETE FROM rights_case'))
      await addCases(database, cases)
      const stored = await database.query.all<WrittenCase & { id: string }>(STORED)
      const ended = asOf >= '2025-12-31'
      const to = ended ? '2025-12-31' : addDays(asOf, -1)
      const within = (date: string | null): date is string => date !== null && date >= from && date <= to
      const requests = stored.filter(({ kind }) => kind !== 'complaint' && kind !== 'enquiry')
      const inOrder = (of: 'dueOn' | 'answeredOn') =>
        requests
          .filter((each) => within(each[of]))
          .toSorted((a, b) => ((a[of] ?? '') + a.id < (b[of] ?? '') + b.id ? -1 : 1))
      const whole = <T>(all: readonly T[]) => all.slice(0, Math.floor(all.length / 5) * 5)
      const due = inOrder('dueOn')
      const inTime = whole(due).filter(({ dueOn, answeredOn, closedOn }) =>
        [answeredOn, closedOn].some((done) => done !== null && done <= (dueOn ?? '')),
      )
      const answered = inOrder('answeredOn')
      const days = whole(answered)
        .map(({ answeredOn, receivedOn }) => daysBetween(receivedOn, answeredOn ?? ''))
        .toSorted((a, b) => a - b)
      const rank = (share: number) => days[Math.ceil((days.length * share) / 10) - 1]
      const complaints = stored.filter(({ kind, receivedOn }) => kind === 'complaint' && within(receivedOn))
      const complaintsDue = stored
        .filter(({ kind }) => kind === 'complaint')
        .map((each) => ({ ...each, dueOn: secondWorkingDay(each.receivedOn) }))
        .filter(({ dueOn }) => within(dueOn))
        .toSorted((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1))
      const complaintsInTime = whole(complaintsDue).filter(({ dueOn, answeredOn, closedOn }) =>
        [answeredOn, closedOn].some((done) => done !== null && done <= dueOn),
      )
      const unlessNone = <T>(all: readonly unknown[], shown: T) => (ended && all.length === 0 ? 'none' : shown)
      expect(await rightsFacts(database.query, half, asOf, 5)).toEqual({
        requests: unlessNone(due, { due: whole(due).length, inTime: inTime.length }),
        complaints: unlessNone(complaints, whole(complaints).length),
        complaintAnswers: unlessNone(complaintsDue, {
          due: whole(complaintsDue).length,
          inTime: complaintsInTime.length,
        }),
        days: unlessNone(answered, days.length ? { median: rank(5), ninetieth: rank(9), cases: days.length } : null),
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
  const counted = async (asOf: string) =>
    (await rightsFacts(database.query, { kind: 'half-year', year: 2026, index: 1 }, asOf, 5))?.complaintAnswers
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
  expect(await counted('2026-06-30')).toEqual({ due: 5, inTime: 3 })
  // Three are due in February, two on March 17: those are counted after the end of that day.
  expect(await counted('2026-03-17')).toEqual({ due: 0, inTime: 0 })
  expect(await counted('2026-03-18')).toEqual({ due: 5, inTime: 3 })
})

it('reports that there were no complaints only after the end of the half-year', async () => {
  const database = await openTestDatabase()
  await addCases(database, [answered('2025-03-03', null)])
  const on = async (asOf: string) => (await rightsFacts(database.query, half, asOf, 5))?.complaintAnswers
  expect([await on('2025-12-30'), await on('2025-12-31')]).toEqual([{ due: 0, inTime: 0 }, 'none'])
})
