import { count } from '@wayproof/messages'
import { rungShares } from '@wayproof/scorecard/drawing'
import { useLanguage } from '../language.tsx'
import styles from './glyphs.module.css'

export interface Rung {
  readonly label: string
  /** Null if the count may not be shown. */
  readonly count: number | null
}

/** Draws nested counts as bars relative to the largest. */
export function Ladder({ rungs }: { readonly rungs: readonly Rung[] }) {
  const { locale, words } = useLanguage()
  const shares = rungShares(rungs.map((rung) => rung.count))
  return (
    <dl className={styles.ladder}>
      {rungs.map((rung, i) => (
        <div key={rung.label} className={styles.ladderRow}>
          <dt>{rung.label}</dt>
          <dd className={styles.ladderBar} aria-hidden="true">
            {rung.count ? <span className={styles.ladderFill} style={{ width: `${(shares[i] ?? 0) * 100}%` }} /> : null}
          </dd>
          <dd className={styles.ladderCount}>
            {rung.count === null ? words.reporting.shell.none : count(rung.count, locale)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
