import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useMe } from '../me.ts'

/** Often enough that the time which an officer confirms is the time it is. */
const EVERY_MS = 30_000

/** What officers are asked; undefined for everybody else, and until it is known. */
export function useQuestions() {
  const officer = useMe().user?.role === 'officer'
  return useQuery({ ...trpc.question.list.queryOptions(), enabled: officer, refetchInterval: EVERY_MS })
}
