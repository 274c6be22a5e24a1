import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { AUDIT_ACTS } from '@wayproof/journal/audit-log/audit-entry'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './audit-log.module.css'
import { type AuditSearch, auditSearch, exportAddress } from './audit-search.ts'
import { AuditTable } from './audit-table.tsx'
import { ChainLine } from './chain-line.tsx'

const route = getRouteApi('/inside/audit-log')

/** Shows who did what, searched by act, person, record and days. */
export function AuditLogPage() {
  const text = useLanguage().words.reporting.auditLog
  const search = route.useSearch()
  const { page = 1, ...filters } = search
  const auditLogQuery = useQuery({
    ...trpc.auditLog.list.queryOptions({ ...filtersOnly(filters), page: page - 1 }),
    placeholderData: keepPreviousData,
    // The reader's own acts appear at once.
    staleTime: 0,
  })
  if (auditLogQuery.isLoadingError)
    return <FaultPanel error={auditLogQuery.error} onAgain={() => void auditLogQuery.refetch()} />
  if (!auditLogQuery.data) return <Loading heights={[56, 480]} />
  const { entries, total, pages } = auditLogQuery.data
  const isFiltered = Object.keys(filtersOnly(filters)).length > 0
  return (
    <>
      <PageHead title={isFiltered ? text.matching(total) : text.recorded(total)} lead={text.lead} />
      <div className={ui.stack}>
        <Panel
          title={text.title}
          actions={total > 0 ? <a href={exportAddress(filtersOnly(filters))}>{text.export}</a> : null}
        >
          <ChainLine />
          <AuditFilter search={search} />
          {entries.length > 0 ? (
            <AuditTable entries={entries} />
          ) : (
            <p className={ui.soft}>{isFiltered ? text.noMatch : text.none}</p>
          )}
          {pages > 1 ? <Pager page={page} pages={pages} /> : null}
        </Panel>
      </div>
    </>
  )
}

/** The half-year that the address carries is no filter. */
const filtersOnly = ({ act, actor, subject, from, to }: AuditSearch): Omit<AuditSearch, 'page'> => ({
  ...(act ? { act } : {}),
  ...(actor ? { actor } : {}),
  ...(subject ? { subject } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
})

function Pager({ page, pages }: { readonly page: number; readonly pages: number }) {
  const text = useLanguage().words.reporting.auditLog
  const to = (next: number, label: string) => (
    <Link to="/audit-log" search={(current) => ({ ...current, page: next })}>
      {label}
    </Link>
  )
  return (
    <nav className={styles.pager} aria-label={text.page(page, pages)}>
      {page > 1 ? to(page - 1, text.newer) : null}
      <span>{text.page(page, pages)}</span>
      {page < pages ? to(page + 1, text.older) : null}
    </nav>
  )
}

/** Filters by act, person, record and days; the address holds them. */
export function AuditFilter({ search }: { readonly search: AuditSearch }) {
  const { words } = useLanguage()
  const { filters: text, actNames } = words.reporting.auditLog
  const navigate = useNavigate()
  const { data: actors = [] } = useQuery(trpc.auditLog.actors.queryOptions())
  const [subject, setSubject] = useState(search.subject ?? '')
  const navigateTo = (next: Readonly<Record<string, unknown>>) =>
    void navigate({ to: '/audit-log', search: auditSearch({ ...search, subject, ...next, page: undefined }) })
  function clear() {
    setSubject('')
    void navigate({ to: '/audit-log', search: {} })
  }
  return (
    <Form isPassing className={styles.filter} onSubmit={() => navigateTo({})}>
      <NativeSelect
        label={text.act}
        value={search.act ?? ''}
        data={[{ value: '', label: text.anyAct }, ...AUDIT_ACTS.map((act) => ({ value: act, label: actNames[act] }))]}
        onChange={({ currentTarget: { value } }) => navigateTo({ act: value })}
      />
      <NativeSelect
        label={text.actor}
        value={search.actor ?? ''}
        onChange={({ currentTarget: { value } }) => navigateTo({ actor: value })}
      >
        <option value="">{text.anyActor}</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id} translate="no">
            {name}
          </option>
        ))}
      </NativeSelect>
      <TextField
        type="date"
        label={text.from}
        value={search.from ?? ''}
        onChange={({ currentTarget: { value } }) => navigateTo({ from: value })}
      />
      <TextField
        type="date"
        label={text.to}
        value={search.to ?? ''}
        onChange={({ currentTarget: { value } }) => navigateTo({ to: value })}
      />
      <TextField
        type="search"
        label={text.subject}
        maxLength={60}
        value={subject}
        onChange={({ currentTarget: { value } }) => setSubject(value)}
      />
      <Button type="submit" variant="default">
        {words.reporting.auditLog.search}
      </Button>
      {Object.keys(auditSearch({ ...search })).length > 0 ? (
        <LinkButton onClick={clear}>{text.clear}</LinkButton>
      ) : null}
    </Form>
  )
}
