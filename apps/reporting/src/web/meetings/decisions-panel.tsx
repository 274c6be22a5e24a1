import { useMutation } from '@tanstack/react-query'
import { day } from '@wayproof/messages/date-format'
import { client, queryClient, type ShownMeeting, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { offerUndo } from '../undo/undo-offer.ts'
import { DecisionForm } from './decision-form.tsx'
import styles from './meetings.module.css'

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
