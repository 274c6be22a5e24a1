import { briefDay } from '@wayproof/messages/date-format'
import type { PolicyPage } from '../api.ts'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { PAGE_SHAPE } from './page-shape.ts'
import styles from './policies.module.css'

interface GridCellProps {
  /** Undefined if the surface need not offer the language. */
  readonly page: PolicyPage | undefined
  readonly languageName: string
  readonly isSelected: boolean
  readonly onSelect: () => void
}

/** Shows the state of one page by shape and word, with the version it last showed and the day. */
export function GridCell({ page, languageName, isSelected, onSelect }: GridCellProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.policies
  if (!page)
    return (
      <td className={styles.quiet} data-label={languageName}>
        {text.notOffered}
      </td>
    )
  const { status, look, waiting } = page
  const state = text.statuses[status]
  return (
    <td className={styles.cellFrame} data-label={languageName}>
      <button
        type="button"
        className={styles.cell}
        data-status={status === 'in-order' ? undefined : status}
        aria-pressed={isSelected}
        onClick={onSelect}
      >
        <span aria-hidden="true">
          <StatusShape shape={PAGE_SHAPE[status]} label={state} size={18} />
        </span>
        <span>
          {state}
          <span className={styles.below}>
            {waiting
              ? text.waiting
              : look
                ? text.cellLook(look.version, briefDay(look.checkedOn, locale))
                : text.neverChecked}
          </span>
        </span>
      </button>
    </td>
  )
}
