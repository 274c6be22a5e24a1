import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { GoalView } from './goal-view.tsx'

const route = getRouteApi('/inside/goal/$goal')

/** Shows one goal in the half-year of the address, or in the default one. */
export function GoalPage() {
  const { goal } = route.useParams()
  const search = route.useSearch()
  const { home } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const period = search.period ?? home
  const opened = useQuery(trpc.scorecard.goal.queryOptions({ goal, period }))
  if (opened.isLoadingError) return <FaultPanel error={opened.error} onAgain={() => void opened.refetch()} />
  if (!opened.data) return <Loading heights={[100, 64, 340, 240]} />
  return <GoalView view={opened.data} period={period} />
}
