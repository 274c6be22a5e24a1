import { useMutation } from '@tanstack/react-query'
import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import type { Texts } from '@wayproof/evidence/rows/read-cells'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { offerUndoOfCorrection, offerUndoOfRemoval, textsOf } from './offer-row-undo.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { RowForm } from './row-form.tsx'
import { WriteRefusal } from './write-refusal.tsx'

interface RowEditorProps {
  readonly register: RegisterId
  readonly rowKey: string
  readonly row: StoredRow | null
}

/** Corrects, removes or restores a row. */
export function RowEditor({ register, rowKey, row }: RowEditorProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  // Keeps the row as it was when the form opened; the server refuses the write if it has changed since.
  const [open, setOpen] = useState<{ readonly kind: 'correct' | 'confirm'; readonly original: Texts | null } | null>(
    null,
  )
  const undoable = { register, key: rowKey, reason: text.undoReason }
  const write = useMutation(
    trpc.registerRow.write.mutationOptions({
      onSettled: () => setOpen(null),
      onSuccess: (outcome, { what }) => {
        void queryClient.invalidateQueries()
        if (outcome.ok && what.kind === 'remove') offerUndoOfRemoval({ ...undoable, text: text.removedNow })
      },
    }),
  )
  const openWith = (kind: 'correct' | 'confirm') => setOpen({ kind, original: row && textsOf(register, row) })
  const correcting = open?.kind === 'correct' ? open.original : null
  return (
    <Panel
      title={row ? text.correctTitle : text.gone}
      actions={
        <>
          {row ? (
            <LinkButton
              aria-expanded={correcting !== null}
              onClick={() => (open ? setOpen(null) : openWith('correct'))}
            >
              {correcting ? words.reporting.shell.cancel : text.correct}
            </LinkButton>
          ) : null}
          <LinkButton onClick={() => openWith('confirm')}>{row ? text.remove : text.restore}</LinkButton>
        </>
      }
    >
      {row && !correcting ? <p className={ui.soft}>{text.deskLead}</p> : null}
      {correcting ? (
        <RowForm
          register={register}
          start={{ key: rowKey, texts: correcting }}
          onWritten={(_, before) => {
            setOpen(null)
            void offerUndoOfCorrection({ ...undoable, before, text: words.reporting.shell.saved })
          }}
        />
      ) : null}
      {write.data?.ok === false ? <WriteRefusal register={register} fault={write.data.fault} /> : null}
      {write.error ? <ErrorNote error={write.error} /> : null}
      {open?.kind === 'confirm' ? (
        <ReasonDialog
          title={open.original ? text.removeTitle : text.restoreTitle}
          action={open.original ? text.remove : text.restore}
          busy={write.isPending}
          onClose={() => setOpen(null)}
          onConfirm={(reason) =>
            write.mutate({
              register,
              reason,
              what: open.original
                ? { kind: 'remove', key: rowKey, seen: open.original }
                : { kind: 'restore', key: rowKey },
            })
          }
        >
          {open.original ? <p>{text.removeText}</p> : null}
        </ReasonDialog>
      ) : null}
    </Panel>
  )
}
