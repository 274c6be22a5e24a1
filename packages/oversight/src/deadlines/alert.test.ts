import { addDays, type CalendarDate, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { expect, it } from 'vitest'
import { newAlerts } from './alert.ts'
import { deadlineOf } from './deadline.ts'

const timeZone = 'Asia/Shanghai'

/** Steps of a case that is due on a day, by day; `announcedOn` is the first of them. */
function stepsBetween(announcedOn: CalendarDate, dueOn: CalendarDate): readonly string[] {
  const deadline = deadlineOf({ kind: 'request', subject: 'c', due: { day: dueOn }, announcedOn })
  const steps: string[] = []
  let last: Parameters<typeof newAlerts>[1] = []
  for (let day = announcedOn; day <= addDays(dueOn, 2); day = addDays(day, 1)) {
    for (const { step } of newAlerts([deadline], last, momentOn(day, 9, timeZone), timeZone)) {
      steps.push(`${day} ${step}`)
      last = [{ deadline: 'request:c', due: dueOn, step }]
    }
  }
  return steps
}

it('a case is not repeated by the digest of the morning on which another letter announces it', () => {
  expect(stepsBetween('2026-07-02', '2026-07-08')).toEqual(['2026-07-07 1', '2026-07-09 overdue'])
  expect(stepsBetween('2026-07-02', '2026-07-03')).toEqual(['2026-07-04 overdue'])
  expect(stepsBetween('2026-07-02', '2026-07-30')).toEqual(['2026-07-23 7', '2026-07-29 1', '2026-07-31 overdue'])
})

it('a case that is overdue when it is recorded is told of by both letters', () => {
  expect(stepsBetween('2026-07-02', '2026-07-01')).toEqual(['2026-07-02 overdue'])
})
