import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { nextTask, reportUrgency } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { day } from '@wayproof/messages/date-format'
import { type ClosedReport, type OpenReport, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { FloodPanel } from '../conversation/flood-panel.tsx'
import { NothingYet } from '../conversation/nothing-yet.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { UrgencyMark } from '../requests/urgency-mark.tsx'
import { ReportPage } from './report-page.tsx'

const route = getRouteApi('/inside/whistle-blowing')

/** Lists whistle-blowers' reports, or shows the one that the address names. */
export function ReportsPage() {
  const { report: id } = route.useSearch()
  return id === undefined ? <Reports /> : <ReportPage key={id} id={id} />
}

function Reports() {
  const { reports: text, rows } = useLanguage().words.reporting
  const { today } = useOrganisationDays()
  const { surveyUrl } = useMe()
  const onSettled = () => void queryClient.invalidateQueries()
  const closeFlood = useMutation(trpc.whistle.closeFlood.mutationOptions({ onSettled }))
  const reopenFlood = useMutation(trpc.whistle.reopenFlood.mutationOptions({ onSettled }))
  const list = useQuery(trpc.whistle.list.queryOptions())
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 240]} />
  const { open, closed, floods } = list.data
  const overdue = open.filter((listedReport) => reportUrgency(listedReport, today) === 'overdue').length
  return (
    <>
      <PageHead title={text.title(open.length, overdue)} lead={text.lead}>
        {open.length + closed.length > 0 ? (
          <span className={ui.links}>
            {(['csv', 'xlsx'] as const).map((form) => (
              <a key={form} href={`/export/whistle-reports.${form}`} download>
                {rows.exportAs(form.toUpperCase())}
              </a>
            ))}
          </span>
        ) : null}
      </PageHead>
      <div className={ui.stack}>
        <FloodPanel entries={open} floods={floods} close={closeFlood} reopen={reopenFlood} />
        {open.length > 0 ? <OpenReports reports={open} /> : null}
        {open.length === 0 && closed.length === 0 ? (
          <NothingYet
            title={text.none}
            text={text.empty}
            address={`${surveyUrl}/whistle-blowing`}
            link={text.publicPage}
          />
        ) : null}
        {closed.length > 0 ? <ClosedReports reports={closed} /> : null}
      </div>
    </>
  )
}

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
