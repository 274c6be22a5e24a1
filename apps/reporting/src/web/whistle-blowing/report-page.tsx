import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { messageFault } from '@wayproof/evidence/conversation/written-message'
import {
  acknowledgementDue,
  closingFault,
  feedbackDue,
  HANDLER_PURPOSES,
  type HandlerPurpose,
  nextTask,
  REPORT_OUTCOMES,
  reportUrgency,
} from '@wayproof/evidence/whistle-blowing/whistle-report'
import { day } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { queryClient, type ShownReport, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { CloseForm } from '../conversation/close-form.tsx'
import { Conversation } from '../conversation/conversation.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { UrgencyMark } from '../requests/urgency-mark.tsx'

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

function CloseReport({ report }: { readonly report: ShownReport['report'] }) {
  const { words } = useLanguage()
  const close = useMutation(
    trpc.whistle.close.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <CloseForm
      text={words.reporting.reports.close}
      outcomes={REPORT_OUTCOMES}
      names={words.whistleBlowing.outcomes}
      isEarly={closingFault(report) !== null}
      error={close.error}
      busy={close.isPending}
      onClose={(outcome, onSettled) => close.mutate({ id: report.id, outcome }, { onSettled })}
      onAgain={() => close.reset()}
    />
  )
}

/** Marks a report that concerns the privacy officer. */
function ConcernPanel({ report: { id, concernsOfficer } }: { readonly report: ShownReport['report'] }) {
  const text = useLanguage().words.reporting.reports.concern
  const record = useMutation(
    trpc.whistle.concern.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <Panel title={text.title}>
      <div className={ui.form}>
        <Checkbox
          label={text.label}
          description={text.hint}
          checked={record.isPending ? record.variables.concernsOfficer : concernsOfficer}
          disabled={record.isPending}
          onChange={({ currentTarget: { checked } }) => record.mutate({ id, concernsOfficer: checked })}
        />
        {record.error ? <ErrorNote error={record.error} /> : null}
      </div>
    </Panel>
  )
}

/** Acknowledges a report or starts its examination; renders nothing once it is examined. */
function StepPanel({ report: { id, status } }: { readonly report: ShownReport['report'] }) {
  const text = useLanguage().words.reporting.reports.steps
  const record = useMutation(
    trpc.whistle.step.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  if (status === 'in-examination') return null
  const step = status === 'received' ? 'acknowledged' : 'in-examination'
  return (
    <Panel title={text.title}>
      <div className={ui.form}>
        <p className={ui.soft}>{text.lead}</p>
        <div>
          <Button loading={record.isPending} onClick={() => record.mutate({ id, step })}>
            {text[step]}
          </Button>
        </div>
        {record.error ? <ErrorNote error={record.error} /> : null}
      </div>
    </Panel>
  )
}

function ReportFacts({ view: { report, contact } }: { readonly view: ShownReport }) {
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

/** Sends the case handler's question or feedback. */
function WriteBackForm({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const text = words.reporting.reports.write
  const [purpose, setPurpose] = useState<HandlerPurpose>('question')
  const [draft, setDraft] = useState('')
  const write = useMutation(
    trpc.whistle.write.mutationOptions({
      onSuccess: () => {
        setDraft('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(draft)
  const sentence = fault === 'required' ? text.empty : words.reporting.faults.codes['text-invalid']
  function submit() {
    write.mutate({ id, text: draft, purpose })
  }
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit} onRefused={write.reset}>
        <NativeSelect
          label={text.purpose}
          value={purpose}
          data={HANDLER_PURPOSES.map((value) => ({ value, label: text.purposes[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setPurpose(HANDLER_PURPOSES[selectedIndex] ?? 'question')}
        />
        <TextAreaField
          label={text.text}
          description={text.hint}
          value={draft}
          rows={8}
          fault={fault === null ? null : sentence}
          onChange={({ currentTarget: { value } }) => setDraft(value)}
        />
        <div>
          <Button type="submit" loading={write.isPending}>
            {text.action}
          </Button>
        </div>
        {write.error ? <ErrorNote error={write.error} /> : null}
        {write.isSuccess ? <Note>{text.done}</Note> : null}
      </Form>
    </Panel>
  )
}
