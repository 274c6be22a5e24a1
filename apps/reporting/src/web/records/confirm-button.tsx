import { type ReactNode, useState } from 'react'
import { QuietButton } from '../components/quiet-button.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'

interface ConfirmButtonProps {
  readonly action: string
  /** The question of the dialog. */
  readonly title: string
  readonly busy: boolean
  readonly onConfirm: () => void
  /** What the dialog says. */
  readonly children: ReactNode
}

/** Asks before it acts. The dialog goes with the line of its record. */
export function ConfirmButton({ action, title, busy, onConfirm, children }: ConfirmButtonProps) {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <QuietButton onClick={() => setAsked(true)}>{action}</QuietButton>
      {asked ? (
        <ConfirmDialog title={title} action={action} busy={busy} onConfirm={onConfirm} onClose={() => setAsked(false)}>
          {children}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
