import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, type ShownMeeting, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './meetings.module.css'

interface MinutesFormProps {
  readonly meeting: ShownMeeting
  /** Called when something was typed, and when it was saved. */
  readonly onUnsaved: (isUnsaved: boolean) => void
}

/** Records attendees, notes and the next date. */
export function MinutesForm({ meeting, onUnsaved }: MinutesFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.meetings.minutes
  const { roles } = words.reporting.people
  const { today } = useOrganisationDays()
  const { data: people = [] } = useQuery(trpc.meeting.people.queryOptions())
  // Fixed when the form opens and after each save, so that a refetch does not hide another person's change.
  const [seenRevision, setSeenRevision] = useState(meeting.revision)
  const [users, setUsers] = useState(() => meeting.attendees.flatMap(({ userId }) => userId ?? []))
  const [others, setOthers] = useState(() => othersOf(meeting))
  const [notes, setNotes] = useState(meeting.notes)
  const [nextOn, setNextOn] = useState(meeting.nextOn ?? '')
  const save = useMutation(
    trpc.meeting.saveMinutes.mutationOptions({
      onSuccess: async () => {
        setSeenRevision(seenRevision + 1)
        onUnsaved(false)
        await queryClient.invalidateQueries()
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  function submit() {
    const lines = others.split('\n').map((line) => line.trim())
    save.mutate({
      ...{ id: meeting.id, seen: seenRevision, users, notes: notes.trim() },
      ...{ others: lines.filter((line) => line !== ''), nextOn: nextOn === '' ? null : nextOn },
    })
  }
  // Its own save raises `seenRevision` before the refetch.
  const isNewer = meeting.revision > seenRevision
  function takeOver() {
    setSeenRevision(meeting.revision)
    setUsers(meeting.attendees.flatMap(({ userId }) => userId ?? []))
    setOthers(othersOf(meeting))
    setNotes(meeting.notes)
    setNextOn(meeting.nextOn ?? '')
  }
  const toggle = (id: string, isThere: boolean) =>
    setUsers(isThere ? [...users, id] : users.filter((each) => each !== id))
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit} onChange={() => onUnsaved(true)}>
        <fieldset className={styles.people}>
          <legend>{text.attendees}</legend>
          {people.map(({ id, name, role }) => (
            <Checkbox
              key={id}
              label={
                <>
                  <span translate="no">{name}</span>
                  {' · '}
                  {roles[role as keyof typeof roles]}
                </>
              }
              checked={users.includes(id)}
              onChange={({ currentTarget: { checked } }) => toggle(id, checked)}
            />
          ))}
        </fieldset>
        <TextAreaField
          label={text.others}
          description={text.othersHint}
          value={others}
          maxLength={2_000}
          rows={2}
          onChange={({ currentTarget: { value } }) => setOthers(value)}
        />
        <TextAreaField
          label={text.notes}
          value={notes}
          maxLength={10_000}
          rows={6}
          onChange={({ currentTarget: { value } }) => setNotes(value)}
        />
        <TextField
          type="date"
          label={text.next}
          value={nextOn}
          fault={nextOn !== '' && nextOn <= today ? text.day : null}
          onChange={({ currentTarget: { value } }) => setNextOn(value)}
        />
        <div>
          <Button type="submit" variant="default" loading={save.isPending}>
            {text.save}
          </Button>
        </div>
        {save.error && !isNewer ? <ErrorNote error={save.error} /> : null}
        {isNewer ? (
          <NewerNote
            theirs={[
              [text.attendees, meeting.attendees.map(({ name }) => name).join(words.reporting.shell.listed)],
              [text.notes, meeting.notes],
              [text.next, meeting.nextOn ?? ''],
            ]}
            onTake={() => {
              takeOver()
              onUnsaved(false)
            }}
            onKeep={() => {
              save.reset()
              setSeenRevision(meeting.revision)
            }}
          />
        ) : null}
        {save.isSuccess ? <Note>{words.reporting.shell.saved}</Note> : null}
      </Form>
    </Panel>
  )
}

const othersOf = ({ attendees }: ShownMeeting): string =>
  attendees
    .filter(({ userId }) => userId === null)
    .map(({ name }) => name)
    .join('\n')
