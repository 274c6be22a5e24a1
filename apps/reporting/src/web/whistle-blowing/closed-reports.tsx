import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import type { ClosedReport } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** Closed reports keep only dates and outcome. */
export function ClosedReports({ reports }: { readonly reports: readonly ClosedReport[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.reports
  return (
    <Panel title={text.closed}>
      <WideTable caption={text.closed} isStacked>
        <ColumnHeads columns={['received', 'closed', 'outcome', 'reporter']} names={text.columns} />
        <tbody>
          {reports.map(({ id, receivedOn, closedOn, outcome, reporter }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/whistle-blowing" search={{ report: id }}>
                  {day(receivedOn, locale)}
                </Link>
              </th>
              <td data-label={text.columns.closed}>{closedOn ? day(closedOn, locale) : words.reporting.shell.none}</td>
              <td data-label={text.columns.outcome}>
                {outcome ? words.whistleBlowing.outcomes[outcome] : words.reporting.shell.none}
              </td>
              <td data-label={text.columns.reporter}>{words.whistleBlowing.reporters[reporter]}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
