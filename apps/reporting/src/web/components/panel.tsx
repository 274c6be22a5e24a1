import { type ReactNode, useId } from 'react'
import styles from './components.module.css'

interface PanelProps {
  /** The anchor of links to this panel. */
  readonly id?: string
  readonly title: string
  /** Soft text beside the title, such as a count. */
  readonly note?: string | undefined
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled section; panels are not nested. */
export function Panel({ id: anchor, title, note, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section id={anchor} className={styles.panel} aria-labelledby={id}>
      <div className={styles.panelHead}>
        <div className={styles.panelNames}>
          <h2 id={id} className={styles.panelTitle}>
            {title}
          </h2>
          {note ? <p className={styles.panelNote}>{note}</p> : null}
        </div>
        {actions ? (
          <div className={styles.panelActions} data-actions>
            {actions}
          </div>
        ) : null}
      </div>
      {children}
    </section>
  )
}
