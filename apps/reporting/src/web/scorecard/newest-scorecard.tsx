import { Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel'
import { periodName } from '@wayproof/messages'
import { useLanguage } from '../language.tsx'

/** From a half-year that has no scorecard to the one a reader begins with. */
export function NewestScorecard({ period }: { readonly period: PeriodKey }) {
  const { locale, words } = useLanguage()
  return (
    <Link to="/scorecard" search={{ period }}>
      {words.reporting.scorecard.toNewest(periodName(period, locale))}
    </Link>
  )
}
