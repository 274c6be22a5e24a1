import { type ReactNode, useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'

interface ConfirmButtonProps {
  readonly action: string
  readonly title: string
  readonly busy: boolean
  readonly isDangerous?: boolean
  readonly onConfirm: () => void
  readonly children: ReactNode
}

/** Asks before it acts. The dialog disappears when the row of its record does. */
export function ConfirmButton({ action, title, busy, isDangerous = false, onConfirm, children }: ConfirmButtonProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  return (
    <>
      <LinkButton data-danger={isDangerous || undefined} onClick={() => setIsConfirming(true)}>
        {action}
      </LinkButton>
      {isConfirming ? (
        <ConfirmDialog
          title={title}
          action={action}
          busy={busy}
          isDangerous={isDangerous}
          onConfirm={onConfirm}
          onClose={() => setIsConfirming(false)}
        >
          {children}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
