import { type ReactNode, useId } from 'react'
import styles from './components.module.css'

interface PanelProps {
  /** The anchor of links to this panel. */
  readonly id?: string
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled section; panels are not nested. */
export function Panel({ id: anchor, title, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section id={anchor} className={styles.panel} aria-labelledby={id}>
      <div className={styles.panelHead}>
        <h2 id={id} className={styles.panelTitle}>
          {title}
        </h2>
        {actions ? <div className={styles.panelActions}>{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}
