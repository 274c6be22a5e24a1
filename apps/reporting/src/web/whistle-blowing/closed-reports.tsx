import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import type { ClosedReport } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import { WideTable } from '../surface/wide-table.tsx'

/** What is kept of closed reports: dates and outcome. */
export function ClosedReports({ reports }: { readonly reports: readonly ClosedReport[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.reports
  return (
    <Panel title={text.closed}>
      <WideTable caption={text.closed} stacked>
        <thead>
          <tr>
            {(['received', 'closed', 'outcome', 'reporter'] as const).map((column) => (
              <th key={column} scope="col">
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
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
