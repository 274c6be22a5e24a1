import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import { verdictValue } from '@wayproof/messages/goal-value'
import { officerAtWork } from './survey-links.ts'

/** Pages, letters and PDFs break lines at different places. */
export const withoutBlanks = (text: string | null): string => (text ?? '').replaceAll(/[\s\u00a0\u200b]/g, '')

/** The figures of a half-year as the dashboard words them, without blanks; a goal without data has none. */
export async function shownFigures(period: PeriodKey, locale: Locale): Promise<readonly string[]> {
  const { verdicts } = await (await officerAtWork()).scorecard(period)
  const figures = verdicts.flatMap((verdict) => verdictValue(verdict, locale) ?? [])
  if (figures.length < 4) throw new Error(`the ${period} has too few figures to compare`)
  return figures.map(withoutBlanks)
}
