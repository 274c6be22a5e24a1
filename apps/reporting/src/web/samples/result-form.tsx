import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SampleResult } from '@wayproof/scorecard'
import { useState } from 'react'
import { queryClient, type ShownSample, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Form } from '../surface/form.tsx'
import { FaultNote } from '../surface/note.tsx'
import { TextField } from '../surface/text-field.tsx'
import styles from './samples.module.css'

const RESULTS = ['agrees', 'differs', 'document-missing'] as const

interface ResultFormProps {
  readonly sample: string
  readonly row: NonNullable<ShownSample['rows']>[number]
}

/** How the row compares with its documents; what was written since it was shown is not overwritten. */
export function ResultForm({ sample, row: { number, revision, finding } }: ResultFormProps) {
  const { sheet, results } = useLanguage().words.reporting.samples
  const [result, setResult] = useState<SampleResult>(finding?.result ?? 'agrees')
  const [note, setNote] = useState(finding?.note ?? '')
  const record = useMutation(
    trpc.sample.record.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  const missing = result !== 'agrees' && note.trim() === ''
  function submit() {
    record.mutate({ sample, number, seen: revision, result, note: note.trim() })
  }
  return (
    <Form className={styles.form} onSubmit={submit}>
      <NativeSelect
        label={sheet.result}
        value={result}
        data={RESULTS.map((value) => ({ value, label: results[value] }))}
        onChange={(event) => setResult(RESULTS.find((each) => each === event.currentTarget.value) ?? result)}
      />
      <TextField
        label={sheet.note}
        value={note}
        maxLength={500}
        fault={missing ? sheet.noteMissing : null}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={record.isPending}
        aria-label={`${sheet.record} ${sheet.row(number)}`}
      >
        {sheet.record}
      </Button>
      {record.error ? <FaultNote error={record.error} /> : null}
    </Form>
  )
}
