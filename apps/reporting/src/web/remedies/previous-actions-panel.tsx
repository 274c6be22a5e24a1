import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import type { ActionOutcome, PromisedActions } from '@wayproof/scorecard/closing/remedies/remedy'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { ActionList } from './action-list.tsx'
import { OutcomeFields, type OutcomeInputs } from './outcome-fields.tsx'
import { OutcomeLine } from './outcome-line.tsx'

interface PreviousActionsPanelProps {
  readonly actions: PromisedActions
  readonly period: string
  /** Whether the reader records and edits outcomes: an officer, until the freeze. */
  readonly mayRecord: boolean
}

/** Lists the actions of the previous half-year and their outcomes. */
export function PreviousActionsPanel({ actions, period, mayRecord }: PreviousActionsPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.before
  const at = parsePeriod(period)
  const allActions = [...actions.improvements, ...actions.remedies, ...actions.agreed]
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>
        {at && allActions.length > 0 ? text.lead(periodName(periodKey(previousPeriod(at)), locale)) : text.none}
      </p>
      <ActionList
        actions={actions}
        renderBelow={(id) => {
          const outcome = allActions.find((action) => action.id === id)?.outcome
          if (outcome) return <RecordedOutcome action={id} outcome={outcome} mayEdit={mayRecord} />
          return mayRecord ? <OutcomeForm action={id} /> : <p className={ui.soft}>{text.open}</p>
        }}
      />
    </Panel>
  )
}

interface RecordedOutcomeProps {
  /** The action's ID. */
  readonly action: string
  readonly outcome: ActionOutcome
  readonly mayEdit: boolean
}

/** Shows the outcome of an action, and lets an officer correct it until the freeze. */
function RecordedOutcome({ action, outcome, mayEdit }: RecordedOutcomeProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen) return <OutcomeForm action={action} outcome={outcome} onClose={() => setIsOpen(false)} />
  return (
    <>
      <OutcomeLine outcome={outcome} />
      {mayEdit ? <LinkButton onClick={() => setIsOpen(true)}>{text.edit}</LinkButton> : null}
    </>
  )
}

interface OutcomeFormProps {
  /** The action's ID. */
  readonly action: string
  /** The recorded outcome, which this form replaces. */
  readonly outcome?: ActionOutcome
  readonly onClose?: () => void
}

/** Records the outcome of one action; refused if someone else recorded one since the form opened. */
function OutcomeForm({ action, outcome, onClose }: OutcomeFormProps) {
  const { words } = useLanguage()
  const { closing, shell } = words.reporting
  const [inputs, setInputs] = useState<OutcomeInputs>({ state: outcome?.state ?? 'done', text: outcome?.text ?? '' })
  const { seen: seenRecordedAt, isNewer, setSeen } = useSeen(outcome?.recordedAt ?? null)
  const record = useMutation(
    trpc.action.recordOutcome.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose?.()
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  function submit() {
    record.mutate({ action, state: inputs.state, text: inputs.text.trim(), seen: seenRecordedAt })
  }
  return (
    <Form isPassing className={styles.outcome} onSubmit={submit}>
      <UnsavedGuard isDirty={() => !record.isSuccess && inputs.text.trim() !== (outcome?.text ?? '')} />
      <OutcomeFields inputs={inputs} onChange={setInputs} />
      <Button type="submit" variant="default" loading={record.isPending}>
        {closing.before.record}
      </Button>
      {onClose ? (
        <Button variant="subtle" onClick={onClose}>
          {shell.cancel}
        </Button>
      ) : null}
      {record.error && !isNewer ? <ErrorNote error={record.error} /> : null}
      {isNewer && outcome ? (
        <NewerNote
          theirs={[
            [closing.before.state, words.closing.outcomes[outcome.state]],
            [closing.before.text, outcome.text],
          ]}
          onTake={() => {
            setInputs(outcome)
            setSeen(outcome.recordedAt)
          }}
          onKeep={() => {
            record.reset()
            setSeen(outcome.recordedAt)
          }}
        />
      ) : null}
    </Form>
  )
}
