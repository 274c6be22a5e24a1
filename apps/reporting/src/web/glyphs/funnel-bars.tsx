import { count } from '@wayproof/messages/number-format'
import { rungShares } from '@wayproof/scorecard/drawing/rung-shares'
import { useLanguage } from '../language.tsx'
import styles from './glyphs.module.css'

export interface FunnelStep {
  readonly label: string
  /** Null if the count may not be shown. */
  readonly count: number | null
}

/** Draws nested counts as bars relative to the largest. */
export function FunnelBars({ steps }: { readonly steps: readonly FunnelStep[] }) {
  const { locale, words } = useLanguage()
  const shares = rungShares(steps.map((step) => step.count))
  return (
    <dl className={styles.ladder}>
      {steps.map((step, i) => (
        <div key={step.label} className={styles.ladderRow}>
          <dt>{step.label}</dt>
          <dd className={styles.ladderBar} aria-hidden="true">
            {step.count ? <span className={styles.ladderFill} style={{ width: `${(shares[i] ?? 0) * 100}%` }} /> : null}
          </dd>
          <dd className={styles.ladderCount}>
            {step.count === null ? words.reporting.shell.none : count(step.count, locale)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
