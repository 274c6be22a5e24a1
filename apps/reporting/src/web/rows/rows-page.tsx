import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { sendFile } from '../import/file-in-transit.ts'
import importStyles from '../import/import.module.css'
import { useFileDrop } from '../import/use-file-drop.ts'
import { useLanguage } from '../language.tsx'
import { RowPage } from '../row/row-page.tsx'
import { openKey } from '../row-drawer/open-row.ts'
import { RowDrawer } from '../row-drawer/row-drawer.tsx'
import { useOpenRow } from '../row-drawer/use-open-row.ts'
import { useDrawerRoom } from '../row-drawer/use-room-beside.ts'
import { RowsToolbar } from '../row-filter/rows-toolbar.tsx'
import { AddPage } from '../row-form/add-page.tsx'
import { columnsBeside, rowColumns, shownSort } from '../row-list/row-columns.ts'
import { ROWS_A_PAGE, RowsPager } from '../row-list/rows-pager.tsx'
import { sortOf } from '../row-list/rows-search.ts'
import { RowsTable } from '../row-list/rows-table.tsx'
import { SelectionBar } from '../row-list/selection-bar.tsx'
import { EmptyMonthsPanel } from './empty-months-panel.tsx'
import { ImportsPanel } from './imports-panel.tsx'
import { RegisterUse } from './register-use.tsx'
import { RemovedPage } from './removed-page.tsx'
import { RowsActions } from './rows-actions.tsx'
import { UnitsTable } from './units-table.tsx'

const route = getRouteApi('/inside/registers/$register')

const NO_ROWS: readonly StoredRow[] = []

/** Lists a register's rows, or shows the row that the address names. */
export function RowsPage() {
  const { register } = route.useParams()
  const { row, open, only } = route.useSearch()
  const hasRoom = useDrawerRoom(open !== undefined)
  if (row === 'new') return <AddPage register={register} preset={only} />
  if (row === 'removed') return <RemovedPage register={register} />
  // A window without room for a drawer shows the row of the address on its own page.
  const rowKey = row ?? (open === undefined || hasRoom ? undefined : openKey(open))
  return rowKey === undefined ? <Rows key={register} /> : <RowPage key={rowKey} register={register} rowKey={rowKey} />
}

function Rows() {
  const { register } = route.useParams()
  const { find = '', only = '', view = 'all', sort, columns: chosen, page = 1 } = route.useSearch()
  const { words } = useLanguage()
  const text = words.reporting.rows
  const navigate = useNavigate()
  const { openRow, drawer, close, step } = useOpenRow(register)
  const [selected, setSelected] = useState(NO_ROWS)
  const query = { register, find, only, view, sort: sortOf(shownSort(register, sort)), page }
  const list = useQuery({ ...trpc.registerRow.page.queryOptions(query), placeholderData: (previous) => previous })
  const mayWrite = list.data?.kind === 'rows' && list.data.mayWrite
  const isDragging = useFileDrop(
    mayWrite && openRow === null
      ? (file) => {
          sendFile(file)
          void navigate({ to: '/registers/$register/import', params: { register } })
        }
      : null,
  )
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 56, 480]} />
  const name = words.registers.names[register]
  if (list.data.kind === 'units')
    return (
      <>
        <PageHead title={text.units(name)} lead={text.unitsLead} trail={[name]} />
        <Panel title={name}>
          <UnitsTable units={list.data.units} />
        </Panel>
      </>
    )
  const { rows, total, views, partnerNames, noticesDue } = list.data
  const isFiltered = find !== '' || only !== '' || view !== 'all'
  const overdue = views.find((each) => each.view === 'overdue')?.rows ?? 0
  const allColumns = rowColumns(register, chosen)
  const columns = openRow === null || chosen ? allColumns : columnsBeside(register, allColumns)
  const onPage = { keys: rows.map(({ key }) => key), page: list.data.page, pageSize: ROWS_A_PAGE, total }
  const title = isFiltered ? text.found(name, total) : text.title(name, total, overdue)
  return (
    <>
      <PageHead title={title} lead={<RegisterUse register={register} />} trail={[name]}>
        <RowsActions register={register} mayWrite={mayWrite} />
      </PageHead>
      <p className="sr-only" role="status">
        {list.isPlaceholderData ? '' : title}
      </p>
      <div className={isDragging ? `${ui.stack} ${importStyles.dragging}` : ui.stack}>
        <RowsToolbar register={register} columns={allColumns} views={views} />
        <Panel title={name}>
          {total === 0 ? <p className={ui.soft}>{isFiltered ? text.none : text.empty}</p> : null}
          {total > 0 ? (
            <RowsTable
              register={register}
              columns={columns}
              rows={rows}
              context={{ partnerNames, noticesDue }}
              selection={mayWrite ? { rows: selected, onChange: setSelected } : null}
              drawer={drawer}
            />
          ) : null}
          <RowsPager register={register} total={total} page={list.data.page} />
        </Panel>
        <SelectionBar register={register} rows={selected} onClear={() => setSelected(NO_ROWS)} />
        {register === 'incidents' ? <EmptyMonthsPanel register={register} /> : null}
        <ImportsPanel register={register} mayWrite={mayWrite} />
      </div>
      {openRow === null ? null : (
        <RowDrawer
          register={register}
          rowKey={openRow}
          list={onPage}
          onStep={(by) => void step(onPage, query, by)}
          onClose={close}
        />
      )}
    </>
  )
}
