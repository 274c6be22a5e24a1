import { useQuery } from '@tanstack/react-query'
import { addDays, dateAt } from '@wayproof/kernel'
import { dueDay, isOverdue } from '@wayproof/oversight'
import { trpc } from '../api.ts'
import { useMe } from '../me.ts'

/** A clock of hours changes its minutes on the screen. */
const EVERY_MS = 60_000

/** Tasks that end later do not wait for anyone yet. */
const WAITING_DAYS = 30

/** Deadlines that the user may see; undefined for administrators and while loading. */
export function useDeadlines() {
  const role = useMe().user?.role
  const enabled = role !== undefined && role !== 'administrator'
  return useQuery({ ...trpc.deadline.list.queryOptions(), enabled, refetchInterval: EVERY_MS })
}

/** The user's own tasks of the next 30 days, and how many are overdue. */
export function useWaiting() {
  const { data } = useDeadlines()
  if (!data) return null
  const { now, timeZone } = data
  const last = addDays(dateAt(now, timeZone), WAITING_DAYS)
  const tasks = data.deadlines.filter(({ isMine, due }) => isMine && dueDay(due, timeZone) <= last)
  const overdue = tasks.filter(({ due }) => isOverdue(due, now, timeZone)).length
  return { tasks, overdue, now, timeZone }
}
