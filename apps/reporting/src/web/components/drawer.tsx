import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './drawer.module.css'

interface DrawerProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A modal surface at the right edge. The browser's dialog traps the focus, closes on Escape and on a click beside it, and
 * returns the focus to the button that opened it. Panels inside have no border of their own.
 */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const { words } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Closed before it leaves the page, because a removed dialog does not return the focus.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className={styles.drawer} aria-labelledby={id} closedby="any" onCancel={onClose}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <button type="button" className={styles.close} aria-label={words.reporting.shell.close} onClick={onClose}>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
