import type { ReactNode } from 'react'
import styles from './method-report.module.css'

interface FoldProps {
  readonly title: string
  readonly children: ReactNode
}

/** A panel that opens on request; a print shows its content. */
export function Fold({ title, children }: FoldProps) {
  return (
    <details className={styles.fold}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div>{children}</div>
    </details>
  )
}
