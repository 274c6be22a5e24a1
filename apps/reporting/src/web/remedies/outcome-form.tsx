import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ActionOutcome } from '@wayproof/scorecard/closing/remedies/remedy'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { OutcomeFields, type OutcomeInputs } from './outcome-fields.tsx'

interface OutcomeFormProps {
  /** The action's ID. */
  readonly action: string
  /** The recorded outcome, which this form replaces. */
  readonly outcome?: ActionOutcome
  readonly onClose?: () => void
}

/** Records the outcome of one action; refused if someone else recorded one since the form opened. */
export function OutcomeForm({ action, outcome, onClose }: OutcomeFormProps) {
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
