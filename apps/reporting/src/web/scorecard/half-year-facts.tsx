import { Link } from '@tanstack/react-router'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './scorecard.module.css'
import { SealLine } from './seal-line.tsx'

/** The day of the figures, the rules behind them, and their seal. */
export function HalfYearFacts({ scorecard }: { readonly scorecard: Scorecard }) {
  const { words } = useLanguage()
  const { today } = useMe()
  const { period, seal, asOf, ruleVersion } = scorecard
  return (
    <div className={styles.when}>
      <p className={styles.asOf}>
        {words.scorecard.counted(asOf, recordedOn(scorecard, today))}
        <br />
        <Link to="/rules">{words.reporting.rules.judgedBy(ruleVersion)}</Link>
      </p>
      {seal ? <SealLine seal={seal} period={period} /> : null}
    </div>
  )
}
