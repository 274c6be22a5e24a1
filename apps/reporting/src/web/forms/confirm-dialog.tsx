import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { CheckedForm } from './checked-form.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly action: string
  readonly busy?: boolean
  /** Whether the act cannot be undone; its button is then red. */
  readonly isDangerous?: boolean
  readonly children: ReactNode
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Uses the browser's dialog, which traps the focus and closes on Escape. */
export function ConfirmDialog({
  title,
  action,
  busy = false,
  isDangerous = false,
  children,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { words } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className={styles.dialogTitle}>
        {title}
      </h2>
      <CheckedForm onSubmit={onConfirm}>
        {children}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose} autoFocus>
            {words.reporting.shell.cancel}
          </Button>
          <Button type="submit" loading={busy} className={isDangerous ? styles.danger : undefined}>
            {action}
          </Button>
        </div>
      </CheckedForm>
    </dialog>
  )
}
