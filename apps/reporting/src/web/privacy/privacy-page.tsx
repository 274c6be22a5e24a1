import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { useState } from 'react'
import { type DeletionProof, type PersonalField, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'
import styles from './privacy.module.css'

/** Shows the personal data and its deletions. */
export function PrivacyPage() {
  const text = useLanguage().words.privacy
  const { user } = useMe()
  const fields = useQuery(trpc.privacy.fields.queryOptions())
  const proofs = useQuery(trpc.privacy.proofs.queryOptions())
  const failed = [fields, proofs].find(({ isLoadingError }) => isLoadingError)
  if (failed) return <FaultPanel error={failed.error} onAgain={() => void failed.refetch()} />
  if (!fields.data || !proofs.data) return <Loading heights={[56, 240, 480]} />
  return (
    <>
      <PageHead title={text.title(fields.data.length)} lead={text.lead}>
        {user?.role === 'officer' ? (
          <div className={ui.links}>
            <Link to="/privacy/erase">{text.erase.title}</Link>
            <Link to="/privacy/stop-emails">{text.suppress.title}</Link>
          </div>
        ) : null}
      </PageHead>
      <OpenQuestions page="privacy" />
      <div className={ui.stack}>
        <FieldsTable fields={fields.data} />
        <ProofsTable proofs={proofs.data} />
      </div>
    </>
  )
}

const PAGE_SIZE = 10

/** Counts deletions by day, reason and record. */
export function ProofsTable({ proofs }: { readonly proofs: readonly DeletionProof[] }) {
  const { locale, words } = useLanguage()
  const text = words.privacy
  const names: Readonly<Record<string, string>> = text.tables
  const { rows, ...pager } = useTablePage(proofs, PAGE_SIZE)
  if (proofs.length === 0)
    return (
      <Panel title={text.proofs.title}>
        <p className={ui.soft}>{text.proofs.none}</p>
      </Panel>
    )
  return (
    <Panel title={text.proofs.title}>
      {proofs.some(({ rule }) => rule === 'erasure') ? <p className={ui.soft}>{text.proofs.uncounted}</p> : null}
      <WideTable caption={text.proofs.title}>
        <thead>
          <tr>
            <th scope="col">{text.proofs.day}</th>
            <th scope="col">{text.proofs.rule}</th>
            <th scope="col">{text.proofs.table}</th>
            <th scope="col" data-number>
              {text.proofs.count}
            </th>
            <th scope="col" data-roomy>
              {text.proofs.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day: date, rule, table, count: deleted, overwritten }) => (
            <tr key={date + rule + table}>
              <th scope="row">{day(date, locale)}</th>
              <td>{text.rules[rule]}</td>
              <td>{names[table] ?? table}</td>
              <td data-number>{count(deleted, locale)}</td>
              <td data-roomy>{overwritten ? text.proofs.overwritten : text.proofs.pending}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <TablePager {...pager} />
    </Panel>
  )
}

/** Lists the personal data; fields with the same purpose, basis and retention share a row. */
function FieldsTable({ fields }: { readonly fields: readonly PersonalField[] }) {
  const { words } = useLanguage()
  const text = words.privacy
  const [table, setTable] = useState('')
  const tables = [...new Set(fields.map((field) => field.table))]
  const { rows, ...pager } = useTablePage(
    fieldGroups(fields.filter((field) => table === '' || field.table === table)),
    PAGE_SIZE,
  )
  const end = (retention: PersonalField['kept']) =>
    'until' in retention ? text.until[retention.until] : text.after[retention.after](retention.days)
  return (
    <Panel title={text.fields.title}>
      <NativeSelect
        className={styles.filter ?? ''}
        label={text.fields.of}
        value={table}
        data={[{ value: '', label: text.fields.all }, ...tables.map((value) => ({ value, label: text.tables[value] }))]}
        onChange={({ currentTarget: { value } }) => setTable(value)}
      />
      <WideTable caption={text.fields.title} isStacked>
        <ColumnHeads columns={['of', 'what', 'why', 'basis', 'end']} names={text.fields} />
        <tbody>
          {rows.map(({ table: record, columns, purpose, basis, kept: retention }) => (
            <tr key={record + columns[0]}>
              <th scope="row">{text.tables[record]}</th>
              <td data-label={text.fields.what}>
                {columns.map((column) => text.columns[column]).join(words.reporting.shell.listed)}
              </td>
              <td data-label={text.fields.why}>{text.purposes[purpose]}</td>
              <td data-label={text.fields.basis}>{text.bases[basis]}</td>
              <td data-label={text.fields.end}>{end(retention)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <TablePager {...pager} />
    </Panel>
  )
}

type Shared = Pick<PersonalField, 'table' | 'purpose' | 'basis' | 'kept'>

interface FieldGroup extends Shared {
  readonly columns: readonly PersonalField['column'][]
}

const key = ({ table, purpose, basis, kept: retention }: Shared): string =>
  JSON.stringify([table, purpose, basis, retention])

/** Groups fields of one record that share purpose, legal basis and retention, in the register's order. */
export function fieldGroups(fields: readonly PersonalField[]): readonly FieldGroup[] {
  const groups = new Map<string, FieldGroup>()
  for (const field of fields) {
    const { column, ...shared } = field
    const group = groups.get(key(field))
    groups.set(key(field), { ...shared, columns: [...(group?.columns ?? []), column] })
  }
  return [...groups.values()]
}
