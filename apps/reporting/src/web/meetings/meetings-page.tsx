import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day, relativeDay } from '@wayproof/messages/date-format'
import { type Meeting, type MeetingState, meetingDay, meetingState } from '@wayproof/oversight/meetings/meeting'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'
import styles from './meetings.module.css'

const SHAPES: Readonly<Record<MeetingState, 'unknown' | 'amber' | 'demonstrated'>> = {
  planned: 'unknown',
  held: 'amber',
  finished: 'demonstrated',
}

/** Lists meetings; officers plan them. */
export function MeetingsPage() {
  const { locale, words } = useLanguage()
  const text = words.reporting.meetings
  const isOfficer = useMe().user?.role === 'officer'
  const list = useQuery(trpc.meeting.list.queryOptions())
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 320]} />
  const { meetings, proposedOn, today } = list.data
  const next = meetings.filter(({ heldOn }) => heldOn === null).at(-1)
  return (
    <>
      <PageHead title={text.title(next ? day(next.plannedOn, locale) : null)} lead={text.lead} />
      <div className={ui.stack}>
        <Panel title={text.caption}>
          {meetings.length > 0 ? <MeetingTable meetings={meetings} /> : <p className={ui.soft}>{text.none}</p>}
        </Panel>
        {isOfficer ? <PlanForm key={meetings.length} proposedOn={proposedOn} today={today} /> : null}
      </div>
    </>
  )
}

function MeetingTable({ meetings }: { readonly meetings: readonly Meeting[] }) {
  const { locale, words } = useLanguage()
  const { caption, columns, states } = words.reporting.meetings
  const { today } = useOrganisationDays()
  return (
    <RecordTable
      caption={caption}
      columns={[columns.day, columns.state, columns.attendees, columns.decisions, columns.actions]}
      records={meetings.map((meeting) => ({
        id: meeting.id,
        head: (
          <>
            <Link to="/meetings/$meeting" params={{ meeting: meeting.id }}>
              {day(meetingDay(meeting), locale)}
            </Link>
            <span className={ui.below}>{relativeDay(daysBetween(today, meetingDay(meeting)), locale)}</span>
          </>
        ),
        cells: [
          <StateMark key="state" shape={SHAPES[meetingState(meeting)]} label={states[meetingState(meeting)]} />,
          meeting.attendees.length,
          meeting.decisions.length,
          meeting.decisions.filter(({ action }) => action !== null).length,
        ],
      }))}
    />
  )
}

interface PlanFormProps {
  /** The next date of the last minutes, or three months after the last meeting. */
  readonly proposedOn: string
  readonly today: string
}

export function PlanForm({ proposedOn, today }: PlanFormProps) {
  const text = useLanguage().words.reporting.meetings.plan
  const navigate = useNavigate()
  const [plannedOn, setPlannedOn] = useState(proposedOn)
  const plan = useMutation(
    trpc.meeting.plan.mutationOptions({
      onSuccess: async (id) => {
        await queryClient.invalidateQueries()
        await navigate({ to: '/meetings/$meeting', params: { meeting: id } })
      },
    }),
  )
  return (
    <Panel title={text.title}>
      <Form className={styles.line} onSubmit={() => plan.mutate({ plannedOn })}>
        <TextField
          type="date"
          label={text.day}
          value={plannedOn}
          fault={plannedOn < today ? text.past : null}
          onChange={({ currentTarget: { value } }) => setPlannedOn(value)}
        />
        <Button type="submit" variant="default" loading={plan.isPending}>
          {text.save}
        </Button>
        {plan.error ? <ErrorNote error={plan.error} /> : null}
      </Form>
    </Panel>
  )
}
