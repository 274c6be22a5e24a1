import type { ReactNode } from 'react'
import styles from './components.module.css'

export interface WideTableProps {
  readonly caption: string
  /** On a phone each row is a block of its own; a cell then needs its column's name as `data-label`. */
  readonly stacked?: boolean
  readonly children: ReactNode
}

/** A table that may be wider than a phone: it scrolls in its own frame, by keyboard too, or is stacked. */
export function WideTable({ caption, stacked, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table} data-stacked={stacked}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}
