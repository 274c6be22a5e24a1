import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useMe } from '../me.ts'
import type { DeadlineSearch } from './deadline-search.ts'

/** A clock of hours changes its minutes on the screen. */
const EVERY_MS = 60_000

/** A page of the deadlines that the user may see. */
export const useDeadlines = ({ mine, page = 1 }: DeadlineSearch) =>
  useQuery({
    ...trpc.deadline.list.queryOptions({ mineOnly: mine === true, page: page - 1 }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  })

/** The user's own tasks of the next 30 days; undefined for administrators and while loading. */
export function useWaiting() {
  const role = useMe().user?.role
  const enabled = role !== undefined && role !== 'administrator'
  return useQuery({ ...trpc.deadline.waiting.queryOptions(), enabled, refetchInterval: EVERY_MS }).data
}
