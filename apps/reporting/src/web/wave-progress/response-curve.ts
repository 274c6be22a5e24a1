import { addDays, type CalendarDate, dateAt, daysBetween, later } from '@wayproof/kernel/calendar/calendar-date'
import type { Funnel } from '@wayproof/survey/waves/wave'

/** Everybody who had answered by the end of a day of the wave. */
export interface CurvePoint {
  /** 1 is the day on which the wave opened. */
  readonly day: number
  readonly date: CalendarDate
  readonly answers: number
  /** The share of the invited, 0-1. */
  readonly share: number
}

type Counts = Pick<Funnel, 'answered' | 'days' | 'invited' | 'counted'> & {
  readonly wave: Pick<Funnel['wave'], 'openedAt' | 'closesAt'>
}

/** Adds up the published answers per day, up to the last counted day; empty before the first figure. */
export function responseCurve(
  { counted, answered, days, invited, wave }: Counts,
  timeZone: string,
): readonly CurvePoint[] {
  if (answered === null || invited === 0) return []
  const opened = dateAt(wave.openedAt, timeZone)
  const counts = new Map(days.map(({ day, count }) => [day, count]))
  const end = dateAt(counted.kind === 'hourly' ? counted.asOf : wave.closesAt - 1, timeZone)
  const last = later(later(end, opened), days.at(-1)?.day ?? opened)
  let answers = 0
  return Array.from({ length: daysBetween(opened, last) + 1 }, (_, at) => {
    const date = addDays(opened, at)
    answers += counts.get(date) ?? 0
    return { day: at + 1, date, answers, share: answers / invited }
  })
}

/** The number of days on which the wave takes answers. */
export const lengthInDays = ({ openedAt, closesAt }: Counts['wave'], timeZone: string): number =>
  Math.max(1, daysBetween(dateAt(openedAt, timeZone), dateAt(closesAt - 1, timeZone)) + 1)

/**
 * The share at the end if the wave goes on like the last one from the same day; null without one to go by, or on its
 * last day.
 */
export function projectedShare(now: readonly CurvePoint[], before: readonly CurvePoint[]): number | null {
  const [today, sameDay, end] = [now.at(-1), before[now.length - 1], before.at(-1)]
  if (!today || !sameDay || !end || sameDay === end || sameDay.share === 0) return null
  return Math.min(1, (today.share * end.share) / sameDay.share)
}
