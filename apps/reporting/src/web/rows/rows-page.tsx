import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { count } from '@wayproof/messages/number-format'
import { Fragment, useState } from 'react'
import { type client, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { sendFile } from '../import/file-in-transit.ts'
import importStyles from '../import/import.module.css'
import { useFileDrop } from '../import/use-file-drop.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RowPage } from '../row/row-page.tsx'
import type { RowOpening } from '../row-drawer/row-click.ts'
import { RowDrawer } from '../row-drawer/row-drawer.tsx'
import { type ListPage, stepFrom } from '../row-drawer/row-place.ts'
import { useDrawerRoom } from '../row-drawer/use-room-beside.ts'
import { RowsToolbar } from '../row-filter/rows-toolbar.tsx'
import { AddPage } from '../row-form/add-page.tsx'
import { columnsBeside, rowColumns, shownSort } from '../row-list/row-columns.ts'
import styles from '../row-list/row-list.module.css'
import { sortOf } from '../row-list/rows-search.ts'
import { RowsTable } from '../row-list/rows-table.tsx'
import { SelectionBar } from '../row-list/selection-bar.tsx'
import { EmptyMonthsPanel } from './empty-months-panel.tsx'
import { ImportsPanel } from './imports-panel.tsx'
import { RemovedPage } from './removed-page.tsx'

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

interface RowsActionsProps {
  readonly register: RegisterId
  readonly mayWrite: boolean
}

export function RowsActions({ register, mayWrite }: RowsActionsProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  if (!mayWrite) return null
  return (
    <span className={ui.links}>
      <Link to="/registers/$register" params={{ register }} search={{ row: 'new' }}>
        {text.add}
      </Link>
      <Link to="/registers/$register/import" params={{ register }}>
        {words.reporting.registers.import}
      </Link>
      <Link to="/registers/$register" params={{ register }} search={{ row: 'removed' }}>
        {text.removed}
      </Link>
    </span>
  )
}

/** Says which goals count the records of a register, and when the last one was entered. */
export function RegisterUse({ register }: { readonly register: RegisterId }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.rows
  const { data } = useQuery(trpc.register.list.queryOptions())
  const { goals = [], lastEntry = null } = data?.find(({ id }) => id === register) ?? {}
  return (
    <>
      {goals.length > 0 ? <>{text.usedBy} </> : null}
      {goals.map((goal, place) => (
        <Fragment key={goal}>
          {place > 0 ? words.reporting.shell.listed : null}
          <Link to="/goal/$goal" params={{ goal }}>
            {words.goals.names[goal]}
          </Link>
        </Fragment>
      ))}
      {goals.length > 0 ? ' · ' : null}
      {lastEntry === null ? text.empty : text.lastEntry(dayOf(lastEntry))}
    </>
  )
}

interface UnitsTableProps {
  readonly units: readonly { readonly unit: string; readonly people: number }[]
}

/** Counts staff by unit for readers who may not see people. */
export function UnitsTable({ units }: UnitsTableProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rows
  if (units.length === 0) return <p className={ui.soft}>{text.tooFew}</p>
  return (
    <WideTable caption={text.unitsLead}>
      <ColumnHeads columns={['unit', 'people']} names={text} numbers={['people']} />
      <tbody>
        {units.map(({ unit, people }) => (
          <tr key={unit}>
            <th scope="row" translate={unit ? 'no' : undefined}>
              {unit || text.otherUnits}
            </th>
            <td data-number>{count(people, locale)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** The page size of the server. */
export const ROWS_A_PAGE = 20

interface RowsPagerProps {
  readonly register: RegisterId
  readonly total: number
  readonly page: number
}

/** Renders nothing if all rows fit on one page. */
export function RowsPager({ register, total, page }: RowsPagerProps) {
  const text = useLanguage().words.reporting.rows
  const pages = Math.max(page, Math.ceil(total / ROWS_A_PAGE))
  if (pages === 1) return null
  const to = (next: number, label: string) => (
    <Link to="/registers/$register" params={{ register }} search={(current) => ({ ...current, page: next })}>
      {label}
    </Link>
  )
  return (
    <nav className={styles.pager} aria-label={text.page(page, pages)}>
      {page > 1 ? to(page - 1, text.before) : null}
      <span>{text.page(page, pages)}</span>
      {page < pages ? to(page + 1, text.after) : null}
    </nav>
  )
}

type RowsQuery = Parameters<typeof client.registerRow.page.query>[0]

/** The row of the address that stands in the drawer. Back closes the drawer: a step replaces the address. */
function useOpenRow(register: RegisterId) {
  const { open } = route.useSearch()
  const navigate = useNavigate()
  const hasRoom = useDrawerRoom(open !== undefined)
  const openRow = open !== undefined && hasRoom ? openKey(open) : null
  const show = (key: string, to: { readonly page?: number; readonly replace: boolean }) =>
    void navigate({
      to: '/registers/$register',
      params: { register },
      search: (current) => ({ ...current, open: openName(key), ...(to.page ? { page: to.page } : {}) }),
      replace: to.replace,
      resetScroll: false,
    })
  const close = () =>
    void navigate({
      to: '/registers/$register',
      params: { register },
      search: ({ open: _, ...current }) => current,
      resetScroll: false,
    })
  async function step(list: ListPage, query: RowsQuery, by: 1 | -1) {
    const next = openRow === null ? null : stepFrom(list, openRow, by)
    if (!next) return
    if ('key' in next) return show(next.key, { replace: true })
    const { page } = next
    const data = await queryClient.fetchQuery(trpc.registerRow.page.queryOptions({ ...query, page }))
    const row = data.kind === 'rows' ? data.rows.at(by > 0 ? 0 : -1) : undefined
    if (row) show(row.key, { page, replace: true })
  }
  const drawer: RowOpening | null = hasRoom
    ? { openKey: openRow, onOpen: (key) => show(key, { replace: openRow !== null }) }
    : null
  return { openRow, drawer, close, step }
}

/** A key of one text is written as the text alone, so that the address can be read: `?open=INC-2026-014`. */
export function openName(key: string): string {
  const parts: unknown = JSON.parse(key)
  const [only] = Array.isArray(parts) && parts.length === 1 ? (parts as unknown[]) : []
  return typeof only === 'string' && only !== '' && !only.startsWith('[') ? only : key
}

/** Reverses `openName`. */
export const openKey = (name: string): string => (name.startsWith('[') ? name : JSON.stringify([name]))
