import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { type DeletionProof, trpc } from '../api.ts'
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
import { FieldsTable } from './fields-table.tsx'

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
