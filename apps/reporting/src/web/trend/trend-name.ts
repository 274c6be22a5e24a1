import type { Locale } from '@wayproof/kernel/people/locale'
import { shortPeriod } from '@wayproof/messages/date-format'
import { type GoalId, isYearly } from '@wayproof/scorecard/goals/goal'

/** Labels a point of the trend: the half-year, or the year of a yearly goal. */
export const trendName = (goal: GoalId, period: string, locale: Locale): string =>
  isYearly(goal) ? period.slice(0, 4) : shortPeriod(period, locale)
