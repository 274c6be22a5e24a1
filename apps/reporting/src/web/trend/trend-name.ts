import type { Locale } from '@wayproof/kernel'
import { shortPeriod } from '@wayproof/messages'
import { type GoalId, isYearly } from '@wayproof/scorecard/goal'

/** What stands under a point of a goal's course: its half-year, of a yearly goal its year. */
export const trendName = (goal: GoalId, period: string, locale: Locale): string =>
  isYearly(goal) ? period.slice(0, 4) : shortPeriod(period, locale)
