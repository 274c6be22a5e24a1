import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { cellText } from '@wayproof/evidence/rows/cell-text'
import type { CorrectRowsFault } from '@wayproof/evidence/rows/correct-rows'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { CellField } from '../cells/cell-field.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { ReasonDialog } from '../row-form/reason-dialog.tsx'
import styles from './row-list.module.css'

interface SelectionBarProps {
  readonly register: RegisterId
  readonly rows: readonly StoredRow[]
  readonly onClear: () => void
}

/** Acts on the selected rows; says beforehand that one reason is asked for all of them. */
export function SelectionBar({ register, rows, onClear }: SelectionBarProps) {
  const text = useLanguage().words.reporting.rows
  const [isOpen, setIsOpen] = useState(false)
  const [written, setWritten] = useState<number | null>(null)
  if (rows.length === 0) return written === null ? null : <Note>{text.writtenMany(written)}</Note>
  return (
    <div className={styles.selection}>
      <strong>{text.selected(rows.length)}</strong>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {text.correctMany}
      </Button>
      <span className={styles.right}>
        <span className={ui.soft}>{text.oneReason}</span>
        <LinkButton onClick={onClear}>{text.clearSelection}</LinkButton>
      </span>
      {isOpen ? (
        <CorrectDialog
          register={register}
          rows={rows}
          onClose={() => setIsOpen(false)}
          onDone={(count) => {
            setIsOpen(false)
            setWritten(count)
            onClear()
          }}
        />
      ) : null}
    </div>
  )
}

interface CorrectDialogProps {
  readonly register: RegisterId
  readonly rows: readonly StoredRow[]
  readonly onClose: () => void
  readonly onDone: (count: number) => void
}

/** Gives a field of all selected rows the same value, with one reason; all rows are written or none. */
function CorrectDialog({ register, rows: currentRows, onClose, onDone }: CorrectDialogProps) {
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

const MAX_SHOWN = 5

/** Why no row was corrected, with the first rows that were in the way. */
function CorrectRefusal({ fault }: { readonly fault: CorrectRowsFault | { readonly code: 'not-the-keeper' } }) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const plain = (key: string) => (JSON.parse(key) as string[]).join(' · ')
  const lines =
    fault.code === 'bad-rows'
      ? fault.rows.map(({ key, fault: cell }) => text.choice(plain(key), words.registers.cellFault(cell)))
      : fault.code === 'rows-changed'
        ? fault.keys.map(plain)
        : []
  const sentence =
    fault.code === 'bad-rows'
      ? text.refusedMany
      : fault.code === 'rows-changed'
        ? text.changedMany
        : (text.faults[fault.code] ?? text.refusedMany)
  return (
    <div className={ui.note} data-tone="fault" role="alert">
      <div>
        <p>{sentence}</p>
        <ul translate="no">
          {lines.slice(0, MAX_SHOWN).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {lines.length > MAX_SHOWN ? <p>{text.moreFaults(lines.length - MAX_SHOWN)}</p> : null}
      </div>
    </div>
  )
}
