import { Link } from '@tanstack/react-router'
import { nextTask, reportUrgency } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { day } from '@wayproof/messages/date-format'
import type { OpenReport } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { UrgencyMark } from '../requests/urgency-mark.tsx'

/** Lists open reports, oldest first, with the next step. */
export function OpenReports({ reports }: { readonly reports: readonly OpenReport[] }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.reports
  const noneText = words.reporting.shell.none
  function nextOf(report: OpenReport) {
    const next = nextTask(report)
    return next ? text.tasks[next.task](day(next.dueOn, locale)) : noneText
  }
  return (
    <Panel title={text.open}>
      <WideTable caption={text.open} isStacked>
        <ColumnHeads columns={['received', 'urgency', 'next', 'status', 'reporter', 'last']} names={text.columns} />
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <th scope="row">
                <Link to="/whistle-blowing" search={{ report: report.id }}>
                  {day(report.receivedOn, locale)} · <span translate="no">{report.id.slice(0, 4)}</span>
                </Link>
              </th>
              <td data-label={text.columns.urgency}>
                <UrgencyMark urgency={reportUrgency(report, today)} dueOn={nextTask(report)?.dueOn ?? null} />
              </td>
              <td data-label={text.columns.next}>{nextOf(report)}</td>
              <td data-label={text.columns.status}>
                {words.whistleBlowing.statuses[report.status]}
                {report.concernsOfficer ? <span className={ui.fileName}>{text.officerMark}</span> : null}
              </td>
              <td data-label={text.columns.reporter}>{words.whistleBlowing.reporters[report.reporter]}</td>
              <td data-label={text.columns.last}>{report.lastAuthor ? text.last[report.lastAuthor] : noneText}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
