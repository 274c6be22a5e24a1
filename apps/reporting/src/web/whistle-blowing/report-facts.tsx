import {
  acknowledgementDue,
  feedbackDue,
  nextTask,
  reportUrgency,
} from '@wayproof/evidence/whistle-blowing/whistle-report'
import { day } from '@wayproof/messages/date-format'
import type { ShownReport } from '../api.ts'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { UrgencyMark } from '../requests/urgency-mark.tsx'

export function ReportFacts({ view: { report, contact } }: { readonly view: ShownReport }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.reports
  const { whistleBlowing } = words
  const on = (date: string) => day(date, locale)
  const isClosed = report.status === 'closed'
  return (
    <Panel
      title={text.facts}
      actions={
        isClosed ? null : <UrgencyMark urgency={reportUrgency(report, today)} dueOn={nextTask(report)?.dueOn ?? null} />
      }
    >
      <Facts
        facts={[
          [text.columns.status, whistleBlowing.statuses[report.status]],
          [text.columns.reporter, whistleBlowing.reporters[report.reporter]],
          [text.contact, report.anonymous ? text.anonymous : (contact ?? text.contactGone)],
          report.acknowledgedOn === null
            ? [text.acknowledgedBy, on(acknowledgementDue(report.receivedOn))]
            : [text.acknowledged, on(report.acknowledgedOn)],
          ...(report.examinedOn === null ? [] : [[text.examined, on(report.examinedOn)] as const]),
          report.feedbackOn === null
            ? [text.feedbackBy, on(feedbackDue(report))]
            : [text.feedback, on(report.feedbackOn)],
          ...(report.outcome === null
            ? []
            : [[text.columns.outcome, whistleBlowing.outcomes[report.outcome]] as const]),
          ...(report.closedOn === null ? [] : [[text.columns.closed, on(report.closedOn)] as const]),
        ]}
      />
    </Panel>
  )
}
