import { Children, type ReactNode, use } from 'react'
import { createPortal } from 'react-dom'
import styles from './trail.module.css'
import { TrailSlot } from './trail-slot.ts'

/** Draws the crumbs of a page into the bar above it: links to the pages above, then the page's own name. */
export function PageTrail({ trail }: { readonly trail: readonly ReactNode[] }) {
  const slot = use(TrailSlot)
  if (!slot) return null
  return createPortal(
    Children.map(trail, (crumb) => (
      <>
        <span aria-hidden="true" className={styles.arrow}>
          ›
        </span>
        <span className={styles.crumb}>{crumb}</span>
      </>
    )),
    slot,
  )
}
