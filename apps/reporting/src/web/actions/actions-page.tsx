import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ActionFilter } from './action-filter.tsx'
import { isShown } from './action-search.ts'
import { ActionTable } from './action-table.tsx'
import { AgreeForm } from './agree-form.tsx'

const route = getRouteApi('/inside/actions')

/** Lists actions of all origins with their owners, due days and outcomes. */
export function ActionsPage() {
  const text = useLanguage().words.reporting.actions
  const isOfficer = useMe().user?.role === 'officer'
  const search = route.useSearch()
  const list = useQuery(trpc.action.list.queryOptions())
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 480]} />
  const { actions, today } = list.data
  const numberOf = (show: 'open' | 'overdue') => actions.filter((action) => isShown(show, action, today)).length
  const { show = 'open', origin, owner } = search
  const matching = actions.filter(
    (action) => (!origin || action.origin === origin) && (!owner || action.owner === owner),
  )
  const visibleActions = matching.filter((action) => isShown(show, action, today))
  return (
    <>
      <PageHead title={text.title(numberOf('open'), numberOf('overdue'))} lead={text.lead} />
      <div className={ui.stack}>
        <Panel title={text.caption}>
          <ActionFilter search={search} actions={matching} today={today} />
          <ActionTable actions={visibleActions} today={today} isOfficer={isOfficer} />
        </Panel>
        {isOfficer ? <AgreeForm /> : null}
      </div>
    </>
  )
}
