import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SampleResult } from '@wayproof/scorecard/sample/sample-result'
import { useState } from 'react'
import { queryClient, type ShownSample, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'
import styles from './samples.module.css'

const RESULTS = ['agrees', 'differs', 'document-missing'] as const

interface ResultFormProps {
  readonly sample: string
  readonly row: NonNullable<ShownSample['rows']>[number]
}

/** Records how a row compares with its documents; the server refuses to overwrite a newer result. */
export function ResultForm({ sample, row: { number, revision, finding } }: ResultFormProps) {
  const { sheet } = useLanguage().words.reporting.samples
  const [result, setResult] = useState<SampleResult | null>(finding?.result ?? null)
  const [note, setNote] = useState(finding?.note ?? '')
  const record = useMutation(
    trpc.sample.record.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  const isNoteMissing = result !== null && result !== 'agrees' && note.trim() === ''
  function submit() {
    if (result) record.mutate({ sample, number, seen: revision, result, note: note.trim() })
  }
  return (
    <Form className={styles.form} onSubmit={submit}>
      <ResultField result={result} onChange={setResult} />
      <TextField
        label={sheet.note}
        value={note}
        maxLength={500}
        fault={isNoteMissing ? sheet.noteMissing : null}
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
      {record.error ? <ErrorNote error={record.error} /> : null}
    </Form>
  )
}

interface ResultFieldProps {
  readonly result: SampleResult | null
  readonly onChange: (result: SampleResult | null) => void
}

/** No result is preselected, because a default could be mistaken for a finding. */
function ResultField({ result, onChange }: ResultFieldProps) {
  const { sheet, results } = useLanguage().words.reporting.samples
  return (
    <NativeSelect
      label={sheet.result}
      {...useFieldFault(result === null ? sheet.chooseResult : null)}
      value={result ?? ''}
      data={[{ value: '', label: sheet.choose }, ...RESULTS.map((value) => ({ value, label: results[value] }))]}
      onChange={({ currentTarget: { value } }) => onChange(RESULTS.find((candidate) => candidate === value) ?? null)}
    />
  )
}
