import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { messageFault } from '@wayproof/evidence/conversation/written-message'
import { type HandChannel, urgencyOf } from '@wayproof/evidence/rights/rights-case'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { day, relativeDay } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { type ClosedCase, type OpenCase, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { FloodPanel } from '../conversation/flood-panel.tsx'
import { NothingYet } from '../conversation/nothing-yet.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { CasePage } from './case-page.tsx'
import { FactFields, type TypedFacts } from './fact-fields.tsx'
import { UrgencyMark } from './urgency-mark.tsx'

const route = getRouteApi('/inside/requests')

/** Lists requests and complaints, or shows the one that the address names. */
export function RequestsPage() {
  const { case: id, record } = route.useSearch()
  if (record) return <RecordPage />
  return id === undefined ? <Requests /> : <CasePage key={id} id={id} />
}

function Requests() {
  const { requests: text, byHand, rows } = useLanguage().words.reporting
  const { today } = useOrganisationDays()
  const { surveyUrl } = useMe()
  const onSettled = () => void queryClient.invalidateQueries()
  const closeFlood = useMutation(trpc.rights.closeFlood.mutationOptions({ onSettled }))
  const reopenFlood = useMutation(trpc.rights.reopenFlood.mutationOptions({ onSettled }))
  const list = useQuery(trpc.rights.list.queryOptions())
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 240]} />
  const { open, closed, floods } = list.data
  const overdue = open.filter((listedCase) => urgencyOf(listedCase, today) === 'overdue').length
  return (
    <>
      <PageHead title={text.title(open.length, overdue)} lead={text.lead}>
        <span className={ui.links}>
          <Link to="/requests" search={{ record: true }}>
            {byHand.open}
          </Link>
          {(['csv', 'xlsx'] as const).map((form) => (
            <a key={form} href={`/export/requests.${form}`} download>
              {rows.exportAs(form.toUpperCase())}
            </a>
          ))}
        </span>
      </PageHead>
      <div className={ui.stack}>
        <FloodPanel entries={open} floods={floods} close={closeFlood} reopen={reopenFlood} />
        {open.length > 0 ? <OpenCases cases={open} /> : null}
        {open.length === 0 && closed.length === 0 ? (
          <NothingYet title={text.none} text={text.empty} address={`${surveyUrl}/rights`} link={text.publicPage}>
            <Link to="/requests" search={{ record: true }}>
              {byHand.open}
            </Link>
          </NothingYet>
        ) : null}
        {closed.length > 0 ? <ClosedCases cases={closed} /> : null}
      </div>
    </>
  )
}

/** Closed requests keep only kind, dates and outcome. */
export function ClosedCases({ cases }: { readonly cases: readonly ClosedCase[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests
  const dayOr = (date: string | null) => (date ? day(date, locale) : words.reporting.shell.none)
  return (
    <Panel title={text.closed}>
      <WideTable caption={text.closed} isStacked>
        <ColumnHeads columns={['kind', 'received', 'due', 'answered', 'closed', 'outcome']} names={text.columns} />
        <tbody>
          {cases.map((rightsCase) => (
            <tr key={rightsCase.id}>
              <th scope="row">
                <Link to="/requests" search={{ case: rightsCase.id }}>
                  {words.rights.kinds[rightsCase.kind]}
                </Link>
              </th>
              <td data-label={text.columns.received}>{day(rightsCase.receivedOn, locale)}</td>
              <td data-label={text.columns.due}>{dayOr(rightsCase.dueOn)}</td>
              <td data-label={text.columns.answered}>{dayOr(rightsCase.answeredOn)}</td>
              <td data-label={text.columns.closed}>{dayOr(rightsCase.closedOn)}</td>
              <td data-label={text.columns.outcome}>
                {rightsCase.outcome ? words.rights.outcomes[rightsCase.outcome] : words.reporting.shell.none}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

/** Lists open requests by due day. */
export function OpenCases({ cases }: { readonly cases: readonly OpenCase[] }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.requests
  return (
    <Panel title={text.open}>
      <WideTable caption={text.open} isStacked>
        <ColumnHeads columns={['kind', 'urgency', 'due', 'received', 'step', 'last']} names={text.columns} />
        <tbody>
          {cases.map((listedCase) => (
            <tr key={listedCase.id}>
              <th scope="row">
                <Link to="/requests" search={{ case: listedCase.id }}>
                  {words.rights.kinds[listedCase.kind]}
                </Link>
              </th>
              <td data-label={text.columns.urgency}>
                <UrgencyMark urgency={urgencyOf(listedCase, today)} dueOn={listedCase.dueOn} />
              </td>
              <td data-label={text.columns.due}>
                {listedCase.dueOn === null ? (
                  words.reporting.shell.none
                ) : (
                  <>
                    {day(listedCase.dueOn, locale)}
                    <span className={ui.below}>{relativeDay(daysBetween(today, listedCase.dueOn), locale)}</span>
                  </>
                )}
              </td>
              <td data-label={text.columns.received}>{day(listedCase.receivedOn, locale)}</td>
              <td data-label={text.columns.step}>{words.rights.statuses[listedCase.status]}</td>
              <td data-label={text.columns.last}>
                {listedCase.lastAuthor ? text.last[listedCase.lastAuthor] : words.reporting.shell.none}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

/** Records a request that came by telephone, letter or email, or in a branch office. */
export function RecordPage() {
  const { locale: ownLocale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.byHand
  const initialFacts: TypedFacts = { kind: 'complaint', regime: 'china', channel: 'telephone', receivedOn: today }
  const [facts, setFacts] = useState(initialFacts)
  const [draft, setDraft] = useState('')
  const [contact, setContact] = useState('')
  const [isIdentityChecked, setIsIdentityChecked] = useState(false)
  const [locale, setLocale] = useState(ownLocale)
  // Sending the same form twice records one case; the next case gets a new code.
  const form = useQuery({ ...trpc.rights.form.queryOptions(), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const record = useMutation(
    trpc.rights.record.mutationOptions({
      onSuccess: () => {
        setDraft('')
        setContact('')
        setIsIdentityChecked(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(draft)
  const sentence = fault === 'required' ? text.textEmpty : words.reporting.faults.codes['text-invalid']
  function submit() {
    if (form.data === undefined) return
    const channel = facts.channel as HandChannel
    record.mutate({
      ...facts,
      channel,
      formCode: form.data,
      text: draft,
      contact: contact.trim() || null,
      identityChecked: isIdentityChecked,
      locale,
    })
  }
  return (
    <>
      <PageHead title={text.title} lead={text.lead} trail={[text.title]} />
      <Panel title={text.open}>
        <Form className={ui.form} onSubmit={submit}>
          <FactFields facts={facts} onChange={setFacts} />
          <TextAreaField
            label={text.text}
            description={text.textHint}
            value={draft}
            rows={6}
            fault={fault === null ? null : sentence}
            onChange={({ currentTarget: { value } }) => setDraft(value)}
          />
          <TextField
            type="email"
            label={text.contact}
            description={text.contactHint}
            value={contact}
            maxLength={254}
            onChange={({ currentTarget: { value } }) => setContact(value)}
          />
          {contact.trim() === '' ? null : (
            <Checkbox
              label={text.checked}
              description={text.checkedHint}
              checked={isIdentityChecked}
              onChange={({ currentTarget: { checked } }) => setIsIdentityChecked(checked)}
            />
          )}
          <NativeSelect
            label={text.language}
            value={locale}
            data={LOCALES.map((value) => ({ value, label: words.reporting.requests.languages[value] }))}
            onChange={({ currentTarget: { selectedIndex } }) => setLocale(LOCALES[selectedIndex] ?? ownLocale)}
          />
          <div>
            <Button type="submit" loading={record.isPending}>
              {text.action}
            </Button>
          </div>
          {record.error ? <ErrorNote error={record.error} /> : null}
          {record.data ? <Note>{text.done(record.data.caseCode)}</Note> : null}
        </Form>
      </Panel>
    </>
  )
}
