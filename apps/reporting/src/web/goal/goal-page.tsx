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
  const goalQuery = useQuery(trpc.scorecard.goal.queryOptions({ goal, period }))
  if (goalQuery.isLoadingError) return <FaultPanel error={goalQuery.error} onAgain={() => void goalQuery.refetch()} />
  if (!goalQuery.data) return <Loading heights={[100, 64, 340, 240]} />
  return <GoalView view={goalQuery.data} period={period} />
}
