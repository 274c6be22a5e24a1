import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ActionOutcome } from '@wayproof/scorecard'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

const STATES = ['done', 'under-way', 'dropped'] as const

/** Records the outcome of one action. */
export function OutcomeForm({ action }: { readonly action: string }) {
  const { words } = useLanguage()
  const text = words.reporting.closing.before
  const [state, setState] = useState<ActionOutcome['state']>('done')
  const [comment, setComment] = useState('')
  const record = useMutation(
    trpc.period.recordOutcome.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    record.mutate({ action, state, text: comment.trim() })
  }
  return (
    <Form className={styles.outcome} onSubmit={submit}>
      <NativeSelect
        label={text.state}
        value={state}
        data={STATES.map((value) => ({ value, label: words.closing.outcomes[value] }))}
        onChange={(event) => setState(STATES.find((candidate) => candidate === event.currentTarget.value) ?? state)}
      />
      <TextField
        label={text.text}
        value={comment}
        maxLength={300}
        fault={comment.trim() === '' ? words.reporting.closing.remedy.empty : null}
        onChange={({ currentTarget: { value } }) => setComment(value)}
      />
      <Button type="submit" variant="default" loading={record.isPending}>
        {text.record}
      </Button>
      {record.error ? <ErrorNote error={record.error} /> : null}
    </Form>
  )
}
