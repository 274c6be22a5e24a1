import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import { OutcomeFields, type OutcomeInputs } from './outcome-fields.tsx'

/** Records the first outcome of one action. */
export function OutcomeForm({ action }: { readonly action: string }) {
  const text = useLanguage().words.reporting.closing.before
  const [inputs, setInputs] = useState<OutcomeInputs>({ state: 'done', text: '' })
  const record = useMutation(
    trpc.action.recordOutcome.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    record.mutate({ action, state: inputs.state, text: inputs.text.trim(), seen: null })
  }
  return (
    <Form className={styles.outcome} onSubmit={submit}>
      <OutcomeFields inputs={inputs} onChange={setInputs} />
      <Button type="submit" variant="default" loading={record.isPending}>
        {text.record}
      </Button>
      {record.error ? <ErrorNote error={record.error} /> : null}
    </Form>
  )
}
