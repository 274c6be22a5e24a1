import type { Breakdown } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'
import styles from './breakdown.module.css'

/** Explains hidden figures, the rounding of the others, and which comparisons are invalid. */
export function BreakdownNotes({ breakdown }: { readonly breakdown: Breakdown }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { tables, item, smallestGroup } = breakdown
  const hasHiddenGroups = tables.some(({ groups }) => groups.some(({ now }) => now.kind === 'hidden'))
  return (
    <div className={styles.notes}>
      {hasHiddenGroups ? <p>{text.hiddenNote(smallestGroup)}</p> : null}
      {tables.some(({ comparable }) => !comparable) ? <p>{text.languages}</p> : null}
      {item?.broken ? <p>{text.broken(words.reporting.goal.trend.broken[item.broken])}</p> : null}
      <p>{text.coarse(smallestGroup)}</p>
    </div>
  )
}
