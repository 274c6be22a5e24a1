import type { Locale } from '@wayproof/kernel'
import { shortPeriod } from '@wayproof/messages'
import { type GoalId, isYearly } from '@wayproof/scorecard/goal'

/** Labels a point of the trend: the half-year, or the year of a yearly goal. */
export const trendName = (goal: GoalId, period: string, locale: Locale): string =>
  isYearly(goal) ? period.slice(0, 4) : shortPeriod(period, locale)
