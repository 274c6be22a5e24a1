import type { ExcludedRow } from '@wayproof/scorecard'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

/** Counts the rows that two people excluded from the shares. */
export function ExcludedNote({ excluded }: { readonly excluded: readonly ExcludedRow[] }) {
  const { heading, row } = useLanguage().words.scorecard.excluded
  return (
    <div className={`${ui.note} ${styles.excluded}`} data-tone="caution">
      <div>
        <p>{heading}</p>
        <ul>
          {excluded.map((each) => (
            <li key={`${each.goal} ${each.label} ${each.reason}`} translate="no">
              {row(each)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
