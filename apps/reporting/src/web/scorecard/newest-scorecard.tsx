import { Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import { useLanguage } from '../language.tsx'

/** Links the default half-year from one without a scorecard. */
export function NewestScorecard({ period }: { readonly period: PeriodKey }) {
  const { locale, words } = useLanguage()
  return (
    <Link to="/scorecard" search={{ period }}>
      {words.reporting.scorecard.toNewest(periodName(period, locale))}
    </Link>
  )
}
