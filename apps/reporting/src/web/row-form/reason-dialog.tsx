import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

interface ReasonDialogProps {
  readonly title: string
  readonly action: string
  readonly busy: boolean
  readonly children?: ReactNode
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

/** Asks for a reason before a write. */
export function ReasonDialog({ children, onConfirm, ...dialog }: ReasonDialogProps) {
  const text = useLanguage().words.reporting.rows
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog {...dialog} onConfirm={() => onConfirm(reason.trim())}>
      {children}
      <TextField
        mt={12}
        label={text.reason}
        description={text.reasonHint}
        value={reason}
        maxLength={500}
        fault={reason.trim() === '' ? text.reasonMissing : null}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
    </ConfirmDialog>
  )
}
