import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Texts } from '@wayproof/evidence'
import { keyFields } from '@wayproof/evidence/key-fields'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { CellField } from '../cells/cell-field.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../rows/rows.module.css'
import { afterWrite } from './after-write.ts'
import { WriteRefusal } from './write-refusal.tsx'

interface RowFormProps {
  readonly register: RegisterId
  /** The row as it was when the form opened; null for a new one. */
  readonly start: { readonly key: string; readonly texts: Texts } | null
  /** Prefilled cells of a new row. */
  readonly defaults?: Texts
  readonly onWritten: (keys: readonly string[]) => void
}

/** Edits a row as text fields; the server's errors stand beside their fields. */
export function RowForm({ register, start, defaults = {}, onWritten }: RowFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const [texts, setTexts] = useState<Texts>(start?.texts ?? defaults)
  const [reason, setReason] = useState('')
  const write = useMutation(
    trpc.registerRow.write.mutationOptions({
      onSuccess: (outcome) => afterWrite(outcome, { refresh: () => void queryClient.invalidateQueries(), onWritten }),
    }),
  )
  const fault = write.data?.ok === false ? write.data.fault : null
  const invalidCells = fault?.code === 'bad-cells' ? fault.cells.filter(({ code }) => code !== 'required') : []
  function submit() {
    const command = start
      ? ({ kind: 'correct', key: start.key, texts, seen: start.texts } as const)
      : ({ kind: 'add', texts } as const)
    write.mutate({ register, what: command, reason: reason.trim() })
  }
  return (
    <Form className={styles.form} onSubmit={submit}>
      {registers[register].fields.map((field) => {
        const cellFault = invalidCells.find(({ column }) => column === field.name)
        return (
          <CellField
            key={field.name}
            register={register}
            field={field}
            isFixed={start !== null && keyFields(register).includes(field.name)}
            value={texts[field.name] ?? ''}
            serverFault={cellFault ? words.registers.cellFault(cellFault) : null}
            onChange={(value) => setTexts((current) => ({ ...current, [field.name]: value }))}
          />
        )
      })}
      <TextField
        label={text.reason}
        description={text.reasonHint}
        value={reason}
        maxLength={500}
        fault={reason.trim() === '' ? text.reasonMissing : null}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <div>
        <Button type="submit" loading={write.isPending}>
          {words.reporting.shell.save}
        </Button>
      </div>
      {fault ? <WriteRefusal register={register} fault={fault} /> : null}
      {write.error ? <ErrorNote error={write.error} /> : null}
    </Form>
  )
}
