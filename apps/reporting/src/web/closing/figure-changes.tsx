import type { FigureChange } from '@wayproof/scorecard/closing/figure-change'
import { useLanguage } from '../language.tsx'
import styles from './closing.module.css'

export function FigureChanges({ changes }: { readonly changes: readonly FigureChange[] }) {
  const { closing } = useLanguage().words
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.goal} ${change.figure}`}>{closing.change(change)}</li>
      ))}
    </ul>
  )
}
