import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { ClosingView } from './closing-view.tsx'

const route = getRouteApi('/inside/closing')

/** Shows the half-year of the address, or the one that ended last. */
export function ClosingPage() {
  const search = route.useSearch()
  const { latest } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const period = search.period ?? latest
  const closing = useQuery(trpc.period.closing.queryOptions({ period }))
  if (closing.isLoadingError) return <FaultPanel error={closing.error} onAgain={() => void closing.refetch()} />
  if (!closing.data) return <Loading heights={[76, 420, 220]} />
  return (
    <>
      <OpenQuestions page="closing" />
      <ClosingView view={closing.data} period={period} />
    </>
  )
}
