import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useMe } from '../me.ts'

/** Short enough that the clock which an officer confirms is current. */
const EVERY_MS = 30_000

/** Loads the officers' questions; undefined for other roles and while loading. */
export function useQuestions() {
  const isOfficer = useMe().user?.role === 'officer'
  return useQuery({ ...trpc.question.list.queryOptions(), enabled: isOfficer, refetchInterval: EVERY_MS })
}
