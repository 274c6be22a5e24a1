import type { RowOrigin } from '@wayproof/evidence/rows/ports'
import { useLanguage } from '../language.tsx'
import styles from './row-list.module.css'

/** The file, system or hand that a row came from, behind an icon. */
export function SourceIcon({ origin }: { readonly origin: RowOrigin | null }) {
  const text = useLanguage().words.reporting.rows
  const source = !origin
    ? text.byHand
    : `${origin.byKey ? `${text.byApi} ${origin.by}` : origin.fileName}, ${text.fromRow(origin.rowNumber)}`
  return (
    <span className={styles.source} translate="no" title={source} role="img" aria-label={`${text.source}: ${source}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {origin ? (
          <path d="M4 1.5h5l3 3v10H4zM9 1.5v3h3M6 8h4M6 11h4" />
        ) : (
          <path d="M10.5 2.5l3 3-8 8-3.5.5.5-3.5zM8.5 4.5l3 3" />
        )}
      </svg>
    </span>
  )
}
