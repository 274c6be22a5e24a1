import type { ExcludedRow } from '@wayproof/scorecard/rule-changes/exclusion'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

/** Counts the rows that two people excluded from the shares. */
export function ExcludedNote({ rows }: { readonly rows: readonly ExcludedRow[] }) {
  const { heading, row } = useLanguage().words.scorecard.excluded
  return (
    <div className={`${ui.note} ${styles.excluded}`} data-tone="caution">
      <div>
        <p>{heading}</p>
        <ul>
          {rows.map((exclusion) => (
            <li key={`${exclusion.goal} ${exclusion.label} ${exclusion.reason}`} translate="no">
              {row(exclusion)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
