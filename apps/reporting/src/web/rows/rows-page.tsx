import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { RowPage } from '../row/row-page.tsx'
import { AddPage } from '../row-form/add-page.tsx'
import { ImportsPanel } from './imports-panel.tsx'
import { RemovedPage } from './removed-page.tsx'
import { RowsActions } from './rows-actions.tsx'
import { RowsFilter } from './rows-filter.tsx'
import { onlyOf } from './rows-search.ts'
import { RowsTable } from './rows-table.tsx'
import { UnitsTable } from './units-table.tsx'

const route = getRouteApi('/inside/registers/$register')

/** Lists a register's rows, or shows the row that the address names. */
export function RowsPage() {
  const { register } = route.useParams()
  const { row, only } = route.useSearch()
  if (row === 'new') return <AddPage register={register} preset={only} />
  if (row === 'removed') return <RemovedPage register={register} />
  return row === undefined ? <Rows key={register} /> : <RowPage key={row} register={register} rowKey={row} />
}

function Rows() {
  const { register } = route.useParams()
  const { find = '', only, page = 1 } = route.useSearch()
  const { words } = useLanguage()
  const text = words.reporting.rows
  const query = { register, find, only: onlyOf(only), page }
  const list = useQuery({ ...trpc.registerRow.page.queryOptions(query), placeholderData: (previous) => previous })
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 56, 480]} />
  const name = words.registers.names[register]
  const breadcrumb = <Link to="/registers">{text.allRegisters}</Link>
  if (list.data.kind === 'units')
    return (
      <>
        <PageHead title={text.units(name)} lead={text.unitsLead} breadcrumb={breadcrumb} />
        <Panel title={name}>
          <UnitsTable units={list.data.units} />
        </Panel>
      </>
    )
  const { rows, total } = list.data
  const isFiltered = find !== '' || only !== undefined
  return (
    <>
      <PageHead
        title={isFiltered ? text.found(name, total) : text.title(name, total)}
        lead={text.lead}
        breadcrumb={breadcrumb}
      />
      <div className={ui.stack}>
        <RowsFilter key={`${find} ${only}`} register={register} search={{ find, only }} />
        <Panel title={name} actions={<RowsActions register={register} mayWrite={list.data.mayWrite} />}>
          {total === 0 ? <p className={ui.soft}>{isFiltered ? text.none : text.empty}</p> : null}
          {total > 0 ? <RowsTable register={register} rows={rows} total={total} page={list.data.page} /> : null}
        </Panel>
        <ImportsPanel register={register} mayWrite={list.data.mayWrite} />
      </div>
    </>
  )
}
