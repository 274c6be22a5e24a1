import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Texts } from '@wayproof/evidence'
import { keyFields } from '@wayproof/evidence/key-fields'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote } from '../surface/note.tsx'
import { CellField } from './cell-field.tsx'
import styles from './rows.module.css'
import { WriteRefusal } from './write-refusal.tsx'

interface RowFormProps {
  readonly register: RegisterId
  /** The row that is corrected, as it was shown; null for a new one. */
  readonly start: { readonly key: string; readonly texts: Texts } | null
  /** Cells of a new row that are known already. */
  readonly given?: Texts
  readonly onWritten: (keys: readonly string[]) => void
}

/** A row as texts in the plain form, and why. What the server finds wrong stands beside its field. */
export function RowForm({ register, start, given = {}, onWritten }: RowFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const [texts, setTexts] = useState<Texts>(start?.texts ?? given)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const write = useMutation(
    trpc.registerRow.write.mutationOptions({
      onSuccess: (outcome) => {
        if (!outcome.ok) return
        void queryClient.invalidateQueries()
        onWritten(outcome.value)
      },
    }),
  )
  const fault = write.data?.ok === false ? write.data.fault : null
  const empty = registers[register].fields.filter(({ name, required }) => required && (texts[name] ?? '').trim() === '')
  const told = fault?.code === 'bad-cells' ? fault.cells : []
  const missing = empty.map(
    ({ name }) => ({ rowNumber: 0, column: name, code: 'required', text: '', expected: '' }) as const,
  )
  const wrong = asked ? [...missing, ...told.filter(({ code }) => code !== 'required')] : []
  function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() === '' || empty.length > 0) return
    const what = start
      ? ({ kind: 'correct', key: start.key, texts, seen: start.texts } as const)
      : ({ kind: 'add', texts } as const)
    write.mutate({ register, what, reason: reason.trim() })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {registers[register].fields.map((field) => {
        const found = wrong.find(({ column }) => column === field.name)
        return (
          <CellField
            key={field.name}
            register={register}
            field={field}
            fixed={start !== null && keyFields(register).includes(field.name)}
            value={texts[field.name] ?? ''}
            fault={found ? words.registers.cellFault(found) : null}
            onChange={(value) => setTexts((all) => ({ ...all, [field.name]: value }))}
          />
        )
      })}
      <TextInput
        label={text.reason}
        description={text.reasonHint}
        value={reason}
        maxLength={500}
        error={asked && reason.trim() === '' ? text.reasonMissing : null}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <div>
        <Button type="submit" loading={write.isPending}>
          {words.reporting.shell.save}
        </Button>
      </div>
      {fault ? <WriteRefusal register={register} fault={fault} /> : null}
      {write.error ? <FaultNote error={write.error} /> : null}
    </form>
  )
}
