import { type ReactNode, useState } from 'react'
import { QuietButton } from '../components/quiet-button.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'

interface ConfirmButtonProps {
  readonly action: string
  readonly title: string
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly children: ReactNode
}

/** Asks before it acts. The dialog disappears when the row of its record does. */
export function ConfirmButton({ action, title, busy, onConfirm, children }: ConfirmButtonProps) {
  const [confirming, setConfirming] = useState(false)
  return (
    <>
      <QuietButton onClick={() => setConfirming(true)}>{action}</QuietButton>
      {confirming ? (
        <ConfirmDialog
          title={title}
          action={action}
          busy={busy}
          onConfirm={onConfirm}
          onClose={() => setConfirming(false)}
        >
          {children}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
