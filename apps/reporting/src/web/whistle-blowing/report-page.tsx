import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
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
  const found = useQuery(trpc.whistle.show.queryOptions({ id }))
  if (found.isLoadingError) return <FaultPanel error={found.error} onAgain={() => void found.refetch()} />
  if (!found.data) return <Loading heights={[56, 240, 240]} />
  const { report, messages } = found.data
  const open = report.status !== 'closed'
  return (
    <>
      <PageHead
        title={text.reportTitle(day(report.receivedOn, locale))}
        above={
          <Link to="/whistle-blowing" search={{}}>
            {text.back}
          </Link>
        }
      />
      <div className={ui.stack}>
        <ReportFacts shown={found.data} />
        <Conversation
          title={text.conversation}
          messages={messages.map(({ purpose, day: date, text: written }) => ({
            byline: text.said[purpose](day(date, locale)),
            text: written,
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
