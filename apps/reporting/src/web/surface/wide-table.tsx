import type { ReactNode } from 'react'
import styles from './surface.module.css'

/** A table that may be wider than a phone: it scrolls in its own frame, by keyboard too. */
export function WideTable({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}
