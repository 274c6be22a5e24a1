import type { Breakdown } from '@wayproof/scorecard/breakdown/breakdown'
import { useLanguage } from '../language.tsx'
import styles from './breakdown.module.css'

/** Says how much is withheld and why, and explains the rounding of the rest, and which comparisons are invalid. */
export function BreakdownNotes({ breakdown }: { readonly breakdown: Breakdown }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { tables, item, smallestGroup, detail } = breakdown
  return (
    <div className={styles.notes}>
      {detail && detail.withheld > 0 ? <p>{text.withheld(detail.withheld, detail.shares, detail.fewest)}</p> : null}
      {tables.some(({ comparable }) => !comparable) ? <p>{text.languages}</p> : null}
      {item?.broken ? <p>{text.broken(words.reporting.goal.trend.broken[item.broken])}</p> : null}
      <p>{text.coarse(smallestGroup)}</p>
    </div>
  )
}
