import { addDays, type CalendarDate, dateAt, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, periodOf } from '@wayproof/kernel/calendar/period'
import type { ListedDeadline } from '@wayproof/oversight/deadlines/read-deadlines'
import { dueDay, isOverdue } from '@wayproof/oversight/deadlines/urgency'

/** Days that the timeline shows. */
const SPAN_DAYS = 60

/** A day with something to show; overdue tasks stand together at today. */
export interface ComingMark {
  readonly kind: 'overdue' | 'duties' | 'half-year' | 'wave-opens' | 'wave-closes'
  readonly day: CalendarDate
  /** 0 for today, 1 for the end of the timeline. */
  readonly share: number
  readonly deadlines: readonly ListedDeadline[]
}

/** First and last day of a wave. */
export interface WaveDays {
  readonly opensOn: CalendarDate
  readonly closesOn: CalendarDate
}

interface ComingInput {
  readonly deadlines: readonly ListedDeadline[]
  readonly waves: readonly WaveDays[]
  readonly now: number
  readonly timeZone: string
}

/** The marks of the timeline, in the order of their days. */
export function comingMarks({ deadlines, waves, now, timeZone }: ComingInput): readonly ComingMark[] {
  const today = dateAt(now, timeZone)
  const end = addDays(today, SPAN_DAYS)
  const mark = (kind: ComingMark['kind'], day: CalendarDate, some: readonly ListedDeadline[] = []): ComingMark => ({
    ...{ kind, day, deadlines: some },
    share: daysBetween(today, day) / SPAN_DAYS,
  })
  const overdue = deadlines.filter(({ due }) => isOverdue(due, now, timeZone))
  const open = deadlines.filter(({ due }) => !isOverdue(due, now, timeZone))
  const byDay = Map.groupBy(open, ({ due }) => dueDay(due, timeZone))
  const marks = [
    ...(overdue.length > 0 ? [mark('overdue', today, overdue)] : []),
    mark('half-year', lastDay(periodOf('half-year', today))),
    ...waves.flatMap(({ opensOn, closesOn }) => [mark('wave-opens', opensOn), mark('wave-closes', closesOn)]),
    ...[...byDay].map(([day, some]) => mark('duties', day, some)),
  ]
  // Sorting is stable: on one day the overdue tasks come first, then the half-year and the wave.
  return marks
    .filter(({ day }) => day >= today && day <= end)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** The part of a wave on the timeline, as shares of its length; null outside of it. */
export function waveSpan({ opensOn, closesOn }: WaveDays, today: CalendarDate): readonly [number, number] | null {
  const [from, to] = [daysBetween(today, opensOn) / SPAN_DAYS, daysBetween(today, closesOn) / SPAN_DAYS]
  return to < 0 || from > 1 ? null : [Math.max(0, from), Math.min(1, to)]
}
