import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Scorecard } from '@wayproof/scorecard'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { PeriodStepper } from './period-stepper.tsx'
import styles from './scorecard.module.css'
import { SealLine } from './seal-line.tsx'

interface HalfYearFactsProps {
  readonly scorecard: Scorecard
  readonly page: '/' | '/scorecard'
}

/** The half-year of a page, the day of its figures, the rules behind them, and its seal. */
export function HalfYearFacts({ scorecard, page }: HalfYearFactsProps) {
  const { words } = useLanguage()
  const { today } = useMe()
  const { latest, available } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const { period, seal, asOf, ruleVersion } = scorecard
  return (
    <div className={styles.when}>
      <PeriodStepper page={page} period={period} first={available.at(-1) ?? latest} last={available[0] ?? latest} />
      <p className={styles.asOf}>
        {words.scorecard.counted(asOf, recordedOn(scorecard, today))}
        <br />
        <Link to="/rules">{words.reporting.rules.judgedBy(ruleVersion)}</Link>
      </p>
      {seal ? <SealLine seal={seal} period={period} /> : null}
    </div>
  )
}
