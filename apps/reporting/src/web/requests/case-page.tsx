import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { messageFault } from '@wayproof/evidence/conversation/written-message'
import { outcomesOf, type RightsCase, urgencyOf } from '@wayproof/evidence/rights/rights-case'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day, relativeDay } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { queryClient, type ShownCase, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { CloseForm } from '../conversation/close-form.tsx'
import { Conversation } from '../conversation/conversation.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { EraseForm } from '../privacy/erase-form.tsx'
import { SuppressForm } from '../privacy/suppress-form.tsx'
import { AnswerForm } from './answer-form.tsx'
import { CaseHistory } from './case-history.tsx'
import { FactFields, type TypedFacts } from './fact-fields.tsx'
import styles from './requests.module.css'
import { UrgencyMark } from './urgency-mark.tsx'

/** Shows one request with its messages and the officer's next steps. */
export function CasePage({ id }: { readonly id: string }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.requests
  const caseQuery = useQuery(trpc.rights.show.queryOptions({ id }))
  if (caseQuery.isLoadingError) return <FaultPanel error={caseQuery.error} onAgain={() => void caseQuery.refetch()} />
  if (!caseQuery.data) return <Loading heights={[56, 240, 240]} />
  const view = caseQuery.data
  const { kind, status, receivedOn } = view.case
  const open = status !== 'closed'
  return (
    <>
      <PageHead
        title={text.caseTitle(words.rights.kinds[kind], day(receivedOn, locale))}
        lead={
          open ? (
            <>
              <UrgencyMark urgency={urgencyOf(view.case, today)} dueOn={view.case.dueOn} />
              {view.case.dueOn === null
                ? null
                : ` · ${text.dueIn(relativeDay(daysBetween(today, view.case.dueOn), locale), day(view.case.dueOn, locale))}`}
            </>
          ) : (
            words.rights.statuses.closed
          )
        }
        trail={[words.rights.kinds[kind]]}
      />
      <div className={styles.layout}>
        <div className={ui.stack}>
          <Conversation
            title={text.conversation}
            messages={view.messages.map(({ purpose, day: date, text: body }) => ({
              byline: text.said[purpose](day(date, locale)),
              text: body,
            }))}
            deletedText={text.gone}
            language={view.case.locale}
          />
          {open ? <NextStep view={view} /> : null}
          {open ? <AnswerForm request={view.case} /> : null}
          {view.extendableTo === null ? null : <ExtensionForm id={id} dueOn={view.extendableTo} />}
          {open ? <CloseCase request={view.case} /> : null}
        </div>
        <div className={ui.stack}>
          <CaseFacts view={view} />
          <CaseHistory changes={view.changes} />
          <CorrectForm request={view.case} />
        </div>
      </div>
    </>
  )
}

function CloseCase({ request: { id, kind } }: { readonly request: Pick<RightsCase, 'id' | 'kind'> }) {
  const { words } = useLanguage()
  const close = useMutation(
    trpc.rights.close.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <CloseForm
      text={words.reporting.requests.close}
      outcomes={outcomesOf({ kind })}
      names={words.rights.outcomes}
      error={close.error}
      busy={close.isPending}
      onClose={(outcome, onSettled) => close.mutate({ id, outcome }, { onSettled })}
      onAgain={() => close.reset()}
    />
  )
}

const SUPPRESSING: readonly string[] = ['objection', 'consent-withdrawal']

/** Carries out a request beside its case, because an answer alone changes no register; only officers may. */
function NextStep({ view: { case: request, contact } }: { readonly view: ShownCase }) {
  const text = useLanguage().words.reporting.requests
  const isOfficer = useMe().user?.role === 'officer'
  const isErasure = request.kind === 'deletion'
  if (!isErasure && !SUPPRESSING.includes(request.kind)) return null
  const title = isErasure ? text.deletionTitle : text.suppressionTitle
  if (!isOfficer) {
    return (
      <Panel title={title}>
        <p className={ui.soft}>{text.officerActs}</p>
      </Panel>
    )
  }
  // Anyone can type an address; only a confirmed one is proposed.
  const knownEmail = request.identityCheckedOn !== null && contact ? contact : ''
  return isErasure ? (
    <EraseForm title={title} knownEmail={knownEmail} />
  ) : (
    <SuppressForm title={title} knownEmail={knownEmail} />
  )
}

function CaseFacts({ view: { case: request, contact } }: { readonly view: ShownCase }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests
  const { columns } = text
  const dayOr = (date: string | null, noneText = words.reporting.shell.none) => (date ? day(date, locale) : noneText)
  function contactOf() {
    if (request.addressDroppedOn !== null) return text.dropped(day(request.addressDroppedOn, locale))
    return request.anonymous ? text.anonymous : (contact ?? text.contactGone)
  }
  const isClosed = request.status === 'closed'
  return (
    <Panel title={text.facts}>
      <Facts
        facts={[
          [columns.step, words.rights.statuses[request.status]],
          [columns.due, dayOr(request.dueOn)],
          ...(request.extendedOn === null ? [] : [[text.extended, dayOr(request.extendedOn)] as const]),
          [text.law, request.regime === null ? text.noLaw : text.laws[request.regime]],
          [text.channel, text.channels[request.channel]],
          ...(request.recordedOn === null ? [] : [[text.recorded, dayOr(request.recordedOn)] as const]),
          [text.contact, contactOf()],
          ...(request.anonymous ? [] : [[text.checked, dayOr(request.identityCheckedOn, text.notChecked)] as const]),
          [text.language, words.reporting.requests.languages[request.locale]],
          [columns.answered, dayOr(request.answeredOn)],
          ...(request.outcome === null ? [] : [[columns.outcome, words.rights.outcomes[request.outcome]] as const]),
          ...(isClosed ? [[columns.closed, dayOr(request.closedOn)] as const] : []),
        ]}
      />
    </Panel>
  )
}

/** Corrects kind, law, channel or day of a case; a reason is required. */
function CorrectForm({ request }: { readonly request: ShownCase['case'] }) {
  const text = useLanguage().words.reporting.byHand.correct
  const { kind, regime, channel, receivedOn } = request
  const [facts, setFacts] = useState<TypedFacts>({ kind, regime, channel, receivedOn })
  const [reason, setReason] = useState('')
  const correct = useMutation(
    trpc.rights.correct.mutationOptions({
      onSuccess: () => {
        setReason('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    correct.mutate({ id: request.id, facts, reason })
  }
  const [isOpen, setIsOpen] = useState(false)
  if (!isOpen) {
    return (
      <Panel title={text.title}>
        <LinkButton onClick={() => setIsOpen(true)}>{text.open}</LinkButton>
      </Panel>
    )
  }
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit} onRefused={correct.reset}>
        <p className={ui.soft}>{text.lead}</p>
        <FactFields facts={facts} onChange={setFacts} />
        <TextField
          label={text.reason}
          value={reason}
          maxLength={500}
          fault={reason.trim() === '' ? text.reasonEmpty : null}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <div>
          <Button type="submit" variant="default" loading={correct.isPending}>
            {text.action}
          </Button>
        </div>
        {correct.error ? <ErrorNote error={correct.error} /> : null}
        {correct.isSuccess ? <Note>{text.done}</Note> : null}
      </Form>
    </Panel>
  )
}

interface ExtensionFormProps {
  readonly id: string
  readonly dueOn: string
}

/** Extends the due day, which is possible once; the person is notified. */
function ExtensionForm({ id, dueOn }: ExtensionFormProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests.extension
  const [reason, setReason] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  const extend = useMutation(
    trpc.rights.extend.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(reason)
  function submit() {
    extend.reset()
    setIsConfirming(true)
  }
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit} onRefused={extend.reset}>
        <p className={ui.soft}>{text.lead(day(dueOn, locale))}</p>
        <TextAreaField
          label={text.reason}
          description={text.hint}
          value={reason}
          rows={4}
          fault={
            fault === null ? null : fault === 'required' ? text.empty : words.reporting.faults.codes['text-invalid']
          }
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <div>
          <Button type="submit" variant="default">
            {text.action}
          </Button>
        </div>
        {extend.error ? <ErrorNote error={extend.error} /> : null}
      </Form>
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={extend.isPending}
          onConfirm={() => extend.mutate({ id, reason })}
          onClose={() => setIsConfirming(false)}
        >
          <p>{text.confirm(day(dueOn, locale))}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
