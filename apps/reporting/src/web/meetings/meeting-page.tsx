import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { meetingDay, meetingState } from '@wayproof/oversight/meetings/meeting'
import { useState } from 'react'
import { type ShownMeeting, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { AgendaPanel } from './agenda-panel.tsx'
import { DecisionsPanel } from './decisions-panel.tsx'
import { FinishPanel } from './finish-panel.tsx'
import { HoldPanel } from './hold-panel.tsx'
import { MinutesForm } from './minutes-form.tsx'
import { MinutesPanel } from './minutes-panel.tsx'

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
