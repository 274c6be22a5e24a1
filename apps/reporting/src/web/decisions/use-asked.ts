import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useMe } from '../me.ts'

const READERS: readonly string[] = ['executive', 'officer', 'auditor']

/** The decisions that the newest summary asks for; null for a role that does not read them, and while loading. */
export function useAsked(period: string) {
  const enabled = READERS.includes(useMe().user?.role ?? '')
  return useQuery({ ...trpc.decision.asked.queryOptions({ period }), enabled }).data ?? null
}

/** Number of decisions that the reader has yet to take. */
export function useOpenDecisions(period: string): number {
  const role = useMe().user?.role
  const decisions = useAsked(period)
  if (role !== 'executive' || !decisions || decisions.isFixed) return 0
  const openDecisions = decisions.asked.filter(
    ({ taken }) => !taken.some(({ isMine, choice }) => isMine && choice !== 'commented'),
  )
  return openDecisions.length
}
