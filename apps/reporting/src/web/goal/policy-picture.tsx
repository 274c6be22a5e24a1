import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type GoalView, trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { MissingLists } from '../missing-rows/missing-lists.tsx'
import { PolicyGrid } from '../policies/policy-grid.tsx'

const route = getRouteApi('/inside/goal/$goal')

/** Draws surfaces by language at the end of the half-year, or today, with the list that was sealed beside it. */
export function PolicyPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const { surface, language } = route.useSearch()
  const navigate = route.useNavigate()
  const pages = useQuery(trpc.policy.pages.queryOptions({ period }))
  const { verdict } = view
  if (pages.isLoadingError) return <FaultPanel error={pages.error} onAgain={() => void pages.refetch()} />
  if (!pages.data) return <Loading heights={[420]} />
  return (
    <PolicyGrid
      pages={pages.data.pages}
      expected={verdict.goal === 'policy-publication' ? verdict.figures.version : null}
      selected={surface !== undefined && language !== undefined ? { surface, language } : null}
      onSelect={(cell) =>
        void navigate({
          search: ({ period: at }) => ({ ...(at ? { period: at } : {}), ...cell }),
          replace: true,
          resetScroll: false,
        })
      }
    >
      {verdict.missing === null ? null : <MissingLists verdict={verdict} lists={view.missing} />}
    </PolicyGrid>
  )
}
