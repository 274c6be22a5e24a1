import type { ReactNode } from 'react'
import styles from './components.module.css'

export interface WideTableProps {
  readonly caption: string
  /** On a phone each row becomes a block, so each cell needs its column's name as `data-label`. */
  readonly isStacked?: boolean
  readonly children: ReactNode
}

/** A table that is wider than a phone scrolls in its own frame, also by keyboard, or is stacked. */
export function WideTable({ caption, isStacked, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable without a mouse
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table} data-stacked={isStacked}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}
