import { useQuery } from '@tanstack/react-query'
import { day } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Conversation } from '../conversation/conversation.tsx'
import { useLanguage } from '../language.tsx'
import { CloseReport } from './close-report.tsx'
import { ConcernPanel } from './concern-panel.tsx'
import { ReportFacts } from './report-facts.tsx'
import { StepPanel } from './step-panel.tsx'
import { WriteBackForm } from './write-back-form.tsx'

/** Shows one report with its messages and the case handler's next steps. */
export function ReportPage({ id }: { readonly id: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.reports
  const reportQuery = useQuery(trpc.whistle.show.queryOptions({ id }))
  if (reportQuery.isLoadingError)
    return <FaultPanel error={reportQuery.error} onAgain={() => void reportQuery.refetch()} />
  if (!reportQuery.data) return <Loading heights={[56, 240, 240]} />
  const { report, messages } = reportQuery.data
  const open = report.status !== 'closed'
  return (
    <>
      <PageHead
        title={text.reportTitle(day(report.receivedOn, locale))}
        trail={[text.reportTitle(day(report.receivedOn, locale))]}
      />
      <div className={ui.stack}>
        <ReportFacts view={reportQuery.data} />
        <Conversation
          title={text.conversation}
          messages={messages.map(({ purpose, day: date, text: body }) => ({
            byline: text.said[purpose](day(date, locale)),
            text: body,
          }))}
          deletedText={text.gone}
          language={report.locale}
        />
        {open ? (
          <>
            <StepPanel report={report} />
            <WriteBackForm id={id} />
            <ConcernPanel report={report} />
            <CloseReport report={report} />
          </>
        ) : null}
      </div>
    </>
  )
}
