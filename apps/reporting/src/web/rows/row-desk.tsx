import { useMutation } from '@tanstack/react-query'
import type { StoredRow } from '@wayproof/evidence'
import { cellText } from '@wayproof/evidence/cell-text'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import { QuietButton } from '../surface/quiet-button.tsx'
import surface from '../surface/surface.module.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { RowForm } from './row-form.tsx'
import { WriteRefusal } from './write-refusal.tsx'

interface RowDeskProps {
  readonly register: RegisterId
  readonly rowKey: string
  readonly row: StoredRow | null
}

/** The keeper's way to correct a row, to remove it, and to restore one that was removed. */
export function RowDesk({ register, rowKey, row }: RowDeskProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const [open, setOpen] = useState<'correct' | 'confirm' | null>(null)
  const write = useMutation(
    trpc.registerRow.write.mutationOptions({
      onSettled: () => setOpen(null),
      onSuccess: () => void queryClient.invalidateQueries(),
    }),
  )
  const seen = row && textsOf(register, row)
  const action = row ? text.remove : text.restore
  return (
    <Panel
      title={row ? text.correctTitle : text.gone}
      actions={
        <>
          {row ? (
            <QuietButton aria-expanded={open === 'correct'} onClick={() => setOpen(open ? null : 'correct')}>
              {open === 'correct' ? words.reporting.shell.cancel : text.correct}
            </QuietButton>
          ) : null}
          <QuietButton onClick={() => setOpen('confirm')}>{action}</QuietButton>
        </>
      }
    >
      {row && open !== 'correct' ? <p className={surface.soft}>{text.deskLead}</p> : null}
      {open === 'correct' && seen ? (
        <RowForm
          key={JSON.stringify(seen)}
          register={register}
          start={{ key: rowKey, texts: seen }}
          onWritten={() => setOpen(null)}
        />
      ) : null}
      {write.data?.ok === false ? <WriteRefusal register={register} fault={write.data.fault} /> : null}
      {write.error ? <FaultNote error={write.error} /> : null}
      {open === 'confirm' ? (
        <ReasonDialog
          title={row ? text.removeTitle : text.restoreTitle}
          action={action}
          busy={write.isPending}
          onClose={() => setOpen(null)}
          onConfirm={(reason) =>
            write.mutate({
              register,
              reason,
              what: seen ? { kind: 'remove', key: rowKey, seen } : { kind: 'restore', key: rowKey },
            })
          }
        >
          {row ? <p>{text.removeText}</p> : null}
        </ReasonDialog>
      ) : null}
    </Panel>
  )
}

const textsOf = (register: RegisterId, { cells }: StoredRow): Record<string, string> =>
  Object.fromEntries(
    registers[register].fields.map((field) => [field.name, cellText(field, cells[field.name] ?? null)]),
  )
