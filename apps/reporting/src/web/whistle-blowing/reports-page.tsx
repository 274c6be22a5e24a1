import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { reportUrgency } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { FloodPanel } from '../conversation/flood-panel.tsx'
import { NothingYet } from '../conversation/nothing-yet.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ClosedReports } from './closed-reports.tsx'
import { OpenReports } from './open-reports.tsx'
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
