import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ActionOutcome } from '@wayproof/scorecard'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
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
  const { closing, shell } = useLanguage().words.reporting
  const [inputs, setInputs] = useState<OutcomeInputs>({ state: outcome?.state ?? 'done', text: outcome?.text ?? '' })
  const [seen] = useState(outcome?.recordedAt ?? null)
  const record = useMutation(
    trpc.action.recordOutcome.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose?.()
      },
    }),
  )
  function submit() {
    record.mutate({ action, state: inputs.state, text: inputs.text.trim(), seen })
  }
  return (
    <Form className={styles.outcome} onSubmit={submit}>
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
      {record.error ? <ErrorNote error={record.error} /> : null}
    </Form>
  )
}
