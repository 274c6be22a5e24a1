import { Link } from '@tanstack/react-router'
import { nextPeriod, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import { periodName } from '@wayproof/messages'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

type PeriodPage = '/' | '/scorecard' | '/closing' | '/measures' | '/samples' | '/summaries'

interface PeriodStepperProps {
  readonly period: string
  /** The first and last half-year with a scorecard. */
  readonly first: string
  readonly last: string
  readonly page: PeriodPage
}

/** Steps one half-year back or forward by changing the address. */
export function PeriodStepper({ period, first, last, page }: PeriodStepperProps) {
  const { locale, words } = useLanguage()
  const at = parsePeriod(period)
  const previous = at ? periodKey(previousPeriod(at)) : null
  const after = at ? periodKey(nextPeriod(at)) : null
  return (
    <nav className={styles.stepper} aria-label={words.reporting.goal.trend.period}>
      <Step
        page={page}
        to={previous && previous >= first ? previous : null}
        label={words.reporting.shell.earlier}
        sign="‹"
      />
      <span className={styles.stepNow} aria-current="true">
        {periodName(period, locale)}
      </span>
      <Step page={page} to={after && after <= last ? after : null} label={words.reporting.shell.later} sign="›" />
    </nav>
  )
}

interface StepProps {
  readonly page: PeriodPage
  readonly to: string | null
  readonly label: string
  readonly sign: string
}

function Step({ page, to, label, sign }: StepProps) {
  if (!to)
    return (
      <span className={styles.step} aria-disabled="true" aria-label={label} role="img">
        {sign}
      </span>
    )
  return (
    <Link to={page} search={{ period: to }} className={styles.step} aria-label={label}>
      {sign}
    </Link>
  )
}
