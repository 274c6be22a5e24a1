import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import { meetingDay, meetingState } from '@wayproof/oversight/meetings/meeting'
import { useState } from 'react'
import { ActionFields, NO_ACTION, trimmedAction } from '../actions/action-fields.tsx'
import { client, queryClient, type ShownMeeting, trpc } from '../api.ts'
import closingStyles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { ConfirmForm } from '../forms/confirm-form.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { offerUndo } from '../undo/undo-offer.ts'
import { AgendaPanel } from './agenda-panel.tsx'
import { HoldPanel } from './hold-panel.tsx'
import styles from './meetings.module.css'
import { MinutesForm } from './minutes-form.tsx'

const route = getRouteApi('/inside/meetings/$meeting')

/** A meeting from its agenda to its minutes. */
export function MeetingPage() {
  const { meeting: id } = route.useParams()
  const meetingQuery = useQuery(trpc.meeting.show.queryOptions({ id }))
  if (meetingQuery.isLoadingError)
    return <FaultPanel error={meetingQuery.error} onAgain={() => void meetingQuery.refetch()} />
  if (!meetingQuery.data) return <Loading heights={[56, 320, 240]} />
  return <Meeting meeting={meetingQuery.data} />
}

function Meeting({ meeting }: { readonly meeting: ShownMeeting }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.meetings
  const isOfficer = useMe().user?.role === 'officer'
  const state = meetingState(meeting)
  const { finished, timeZone } = meeting
  const lead = finished ? text.leads.finished(day(dateAt(finished.at, timeZone), locale)) : text.leads[toOpen(state)]
  const edits = isOfficer && state === 'held'
  const [hasUnsaved, setUnsaved] = useState(false)
  return (
    <>
      <PageHead
        title={text.meetingOf(day(meetingDay(meeting), locale))}
        lead={lead}
        trail={[day(meetingDay(meeting), locale)]}
      />
      <div className={ui.stack}>
        {isOfficer && state === 'planned' ? <HoldPanel meeting={meeting} /> : null}
        <AgendaPanel agenda={meeting.agenda} timeZone={timeZone} />
        {state === 'planned' ? null : <DecisionsPanel meeting={meeting} edits={edits} />}
        {edits ? <MinutesForm meeting={meeting} onUnsaved={setUnsaved} /> : null}
        {state === 'planned' || edits ? null : <MinutesPanel meeting={meeting} />}
        {edits ? <FinishPanel meeting={meeting} hasUnsaved={hasUnsaved} /> : null}
      </div>
    </>
  )
}

const toOpen = (state: 'planned' | 'held' | 'finished') => (state === 'planned' ? 'planned' : 'held')

interface FinishPanelProps {
  readonly meeting: ShownMeeting
  /** Something was typed into the minutes and not saved. */
  readonly hasUnsaved: boolean
}

/** Makes the minutes unchangeable; not while the reader would lose something. */
export function FinishPanel({ meeting, hasUnsaved }: FinishPanelProps) {
  const { locale, words } = useLanguage()
  const { finish: text, meetingOf } = words.reporting.meetings
  const finish = useMutation(
    trpc.meeting.finish.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  const { id, revision, decisions } = meeting
  return (
    <Panel title={text.title}>
      <ConfirmForm
        text={text}
        summary={meetingOf(day(meetingDay(meeting), locale))}
        command={finish}
        button={{ disabled: hasUnsaved }}
        onConfirm={(options) => finish.mutate({ id, seen: revision, decisions: decisions.length }, options)}
      >
        {null}
      </ConfirmForm>
    </Panel>
  )
}

/** The minutes to read, with their PDF once they are finished. */
export function MinutesPanel({ meeting }: { readonly meeting: ShownMeeting }) {
  const { locale, words } = useLanguage()
  const { minutes: text, pdf, finishedBy } = words.reporting.meetings
  const { attendees, notes, nextOn, finished, timeZone, heldOn } = meeting
  const names = attendees.map(({ name }) => name).join(words.reporting.shell.listed)
  return (
    <Panel
      title={text.title}
      actions={
        finished
          ? LOCALES.map((each) => (
              <a key={each} href={`/export/minutes/${heldOn}/${each}`}>
                {each === 'en' ? pdf.en : pdf.zh}
              </a>
            ))
          : null
      }
    >
      <Facts
        facts={[
          [text.attendees, names === '' ? text.nobody : <Verbatim key="names">{names}</Verbatim>],
          [text.next, nextOn === null ? text.noNext : day(nextOn, locale)],
        ]}
      />
      {notes === '' ? (
        <p className={ui.soft}>{text.noNotes}</p>
      ) : (
        <p className={styles.notes} translate="no">
          {notes}
        </p>
      )}
      {finished ? (
        <p className={ui.soft}>
          <SlotSentence sentence={(slot) => finishedBy(slot, day(dateAt(finished.at, timeZone), locale))}>
            <Verbatim>{finished.by}</Verbatim>
          </SlotSentence>
        </p>
      ) : null}
    </Panel>
  )
}

interface DecisionsPanelProps {
  readonly meeting: ShownMeeting
  /** Whether the reader may add and remove decisions. */
  readonly edits: boolean
}

/** Decisions, each with the action that it became. */
export function DecisionsPanel({ meeting: { id: meetingId, decisions }, edits }: DecisionsPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.meetings.decisions
  const remove = useMutation(
    trpc.meeting.removeDecision.mutationOptions({
      onSuccess: (_, { id }) => {
        const removed = decisions.find((decision) => decision.id === id)
        if (removed) offerUndo({ text: text.removed, undo: () => decideAgain(meetingId, removed) })
        return queryClient.invalidateQueries()
      },
    }),
  )
  // The decision disappears at once, and comes back if it could not be removed.
  const visibleDecisions = decisions.filter(({ id }) => !remove.isPending || id !== remove.variables.id)
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        {visibleDecisions.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
        <ul className={styles.list}>
          {visibleDecisions.map(({ id, text: decided, action }) => (
            <li key={id}>
              <span id={`decision-${id}`} translate="no">
                {decided}
              </span>
              {action ? (
                <span className={ui.fileName}>
                  <SlotSentence
                    sentence={(slot) => text.action(words.goals.owners[action.owner], day(action.dueOn, locale), slot)}
                  >
                    <Verbatim>{action.effect}</Verbatim>
                  </SlotSentence>
                </span>
              ) : null}
              {edits ? (
                <LinkButton
                  id={`remove-${id}`}
                  disabled={remove.isPending}
                  aria-labelledby={`remove-${id} decision-${id}`}
                  onClick={() => remove.mutate({ id, meetingId })}
                >
                  {text.remove}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
        {remove.error ? <ErrorNote error={remove.error} /> : null}
        {edits ? <DecisionForm key={decisions.length} meetingId={meetingId} /> : null}
      </div>
    </Panel>
  )
}

/** Records a removed decision with its action again. */
async function decideAgain(meetingId: string, { text, action }: ShownMeeting['decisions'][number]): Promise<boolean> {
  const { owner, dueOn, effect } = action ?? {}
  const agreed = owner && dueOn && effect ? { owner, dueOn, effect } : null
  await client.meeting.decide.mutate({ meetingId, text, action: agreed })
  return true
}

/** Adds a decision, which may become an action. */
function DecisionForm({ meetingId }: { readonly meetingId: string }) {
  const { words } = useLanguage()
  const text = words.reporting.meetings.decisions
  const { today } = useOrganisationDays()
  const [inputs, setInputs] = useState(NO_ACTION)
  const [isAction, setIsAction] = useState(false)
  const decide = useMutation(
    trpc.meeting.decide.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    const { text: decided, ...action } = trimmedAction(inputs)
    decide.mutate({ meetingId, text: decided, action: isAction ? action : null })
  }
  return (
    <Form className={closingStyles.form} onSubmit={submit}>
      <TextField
        className={closingStyles.wide}
        label={text.text}
        value={inputs.text}
        maxLength={300}
        fault={inputs.text.trim() === '' ? words.reporting.closing.remedy.empty : null}
        onChange={({ currentTarget: { value } }) => setInputs({ ...inputs, text: value })}
      />
      <Checkbox
        className={closingStyles.wide}
        label={text.becomesAction}
        checked={isAction}
        onChange={({ currentTarget: { checked } }) => setIsAction(checked)}
      />
      {isAction ? (
        <ActionFields inputs={inputs} isDayWrong={inputs.dueOn <= today} onChange={setInputs} withoutText />
      ) : null}
      {decide.error ? <ErrorNote error={decide.error} /> : null}
      <div className={closingStyles.wide}>
        <Button type="submit" variant="default" loading={decide.isPending}>
          {text.save}
        </Button>
      </div>
    </Form>
  )
}
