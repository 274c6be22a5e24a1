import { useMutation } from '@tanstack/react-query'
import { day } from '@wayproof/messages/date-format'
import { meetingDay } from '@wayproof/oversight/meetings/meeting'
import { queryClient, type ShownMeeting, trpc } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { ConfirmForm } from '../forms/confirm-form.tsx'
import { useLanguage } from '../language.tsx'

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
