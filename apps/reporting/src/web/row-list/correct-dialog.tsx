import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { cellText } from '@wayproof/evidence/rows/cell-text'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { CellField } from '../cells/cell-field.tsx'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { ReasonDialog } from '../row-form/reason-dialog.tsx'
import { CorrectRefusal } from './correct-refusal.tsx'
import styles from './row-list.module.css'

interface CorrectDialogProps {
  readonly register: RegisterId
  readonly rows: readonly StoredRow[]
  readonly onClose: () => void
  readonly onDone: (count: number) => void
}

/** Gives a field of all selected rows the same value, with one reason; all rows are written or none. */
export function CorrectDialog({ register, rows: currentRows, onClose, onDone }: CorrectDialogProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const fields: readonly Field[] = registers[register].fields.filter(({ name }) => !keyFields(register).includes(name))
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const [name, setName] = useState(fields[0]?.name ?? '')
  const [value, setValue] = useState('')
  // Fixed when the dialog opens, so that a refetch does not hide another person's change.
  const [rows] = useState(currentRows)
  const correct = useMutation(
    trpc.registerRow.correct.mutationOptions({
      onSuccess: (outcome) => {
        if (!outcome.ok) return
        void queryClient.invalidateQueries()
        onDone(outcome.value.length)
      },
    }),
  )
  const field = fields.find((each) => each.name === name)
  if (!field) return null
  return (
    <ReasonDialog
      title={text.correctManyTitle(rows.length)}
      action={text.correctMany}
      busy={correct.isPending}
      onClose={onClose}
      onConfirm={(reason) =>
        correct.mutate({
          ...{ register, reason, field: name, text: value },
          rows: rows.map(({ key, cells }) => ({ key, seen: cellText(field, cells[name] ?? null) })),
        })
      }
    >
      <div className={styles.dialogFields}>
        <NativeSelect
          label={text.field}
          value={name}
          data={fields.map((each) => ({ value: each.name, label: names[each.name] ?? each.name }))}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value)
            setValue('')
            correct.reset()
          }}
        />
        <CellField
          key={name}
          register={register}
          field={field}
          isFixed={false}
          value={value}
          serverFault={null}
          onChange={setValue}
        />
      </div>
      {correct.data?.ok === false ? <CorrectRefusal fault={correct.data.fault} /> : null}
      {correct.error ? <ErrorNote error={correct.error} /> : null}
    </ReasonDialog>
  )
}
