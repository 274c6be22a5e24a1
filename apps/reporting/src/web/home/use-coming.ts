import { useQuery } from '@tanstack/react-query'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { isOverdue } from '@wayproof/oversight/deadlines/urgency'
import { trpc } from '../api.ts'
import { useMe } from '../me.ts'
import { type ComingMark, comingMarks, type WaveDays } from './coming-marks.ts'

/** Deadlines in hours change on the screen. */
const EVERY_MS = 60_000

export interface Coming {
  readonly marks: readonly ComingMark[]
  readonly waves: readonly WaveDays[]
  /** Number of deadlines that are not overdue, shown or not. */
  readonly total: number
}

/** The deadlines that the reader may see, waves, and the end of the half-year. */
export function useComing(): Coming | null {
  const { timeZone } = useMe()
  const coming = useQuery({ ...trpc.deadline.coming.queryOptions(), refetchInterval: EVERY_MS }).data
  const opened = useQuery(trpc.wave.list.queryOptions()).data
  const programme = useQuery(trpc.programme.get.queryOptions()).data
  if (!coming || !opened || !programme) return null
  const dayOf = (at: number) => dateAt(at, timeZone)
  const waves = opened
    .filter(({ status }) => status === 'open')
    .map(({ openedAt, closesAt }) => ({ opensOn: dayOf(openedAt), closesOn: dayOf(closesAt - 1) }))
  const { next, programme: plan } = programme
  const planned = next ? [{ opensOn: dayOf(next.at), closesOn: addDays(dayOf(next.at), plan.daysOpen - 1) }] : []
  const all = [...waves, ...planned]
  const total = coming.deadlines.filter(({ due }) => !isOverdue(due, coming.now, coming.timeZone)).length
  return { marks: comingMarks({ ...coming, waves: all }), waves: all, total }
}
