import { type ReactNode, useId } from 'react'
import styles from './components.module.css'

interface PanelProps {
  /** A place that a link on the page leads to. */
  readonly id?: string
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One white surface with a title; never inside another. */
export function Panel({ id: place, title, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section id={place} className={styles.panel} aria-labelledby={id}>
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
