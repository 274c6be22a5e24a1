import { Link } from '@tanstack/react-router'
import type { SealStamp } from '@wayproof/scorecard/closing/seals/sealed-parts'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './scorecard.module.css'

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

/** Shows when a closed scorecard was sealed, by how many people, and its printed seal code. */
function SealLine({ seal, period }: { readonly seal: SealStamp; readonly period: string }) {
  const { words } = useLanguage()
  return (
    <p className={styles.asOf}>
      {words.closing.sealed.line(seal)}
      <br />
      <span translate="no" className={styles.head} data-seal={seal.number}>
        {seal.code}
      </span>{' '}
      <Link to="/closing" search={{ period }}>
        {words.reporting.scorecard.verify}
      </Link>
    </p>
  )
}
