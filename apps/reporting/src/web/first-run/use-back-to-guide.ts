import { useNavigate } from '@tanstack/react-router'
import { queryClient, trpc } from '../api.ts'
import { useMe } from '../me.ts'

/** Returns a function that leads an officer back to the steps of the set-up; it does nothing once they are over. */
export function useBackToGuide(): () => Promise<void> {
  const navigate = useNavigate()
  const isOfficer = useMe().user?.role === 'officer'
  return async () => {
    if (!isOfficer) return
    const { isOver } = await queryClient.fetchQuery(trpc.firstRun.steps.queryOptions())
    if (!isOver) await navigate({ to: '/' })
  }
}
