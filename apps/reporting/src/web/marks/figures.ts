import type { Locale } from '@wayproof/kernel'
import { percent, percentDigits, sharePercent } from '@wayproof/messages'
import type { GoalId, Interval, Verdict } from '@wayproof/scorecard'

/** A figure of a goal as it is read: incidents as the change of the count (half as many is −50 %), the others as a share. */
export const shown = (goal: GoalId, value: number): number => (goal === 'incident-reduction' ? -value : value)

/** The change of a count reads with its sign; it is rounded towards missing, as every figure is. */
function reduction(value: number): { readonly sign: string; readonly digits: string } {
  const digits = percentDigits(value).replace('\u2212', '')
  return { sign: digits === '0' ? '' : value > 0 ? '\u2212' : '+', digits }
}

/** `87.3`, `−50`: the digits alone, for the large figure whose sign stands apart. */
export function valueDigits(goal: GoalId, value: number): string {
  if (goal !== 'incident-reduction') return percentDigits(value)
  const { sign, digits } = reduction(value)
  return `${sign}${digits}`
}

/** `87.3 %`, `−50 %` in the language's own spacing. */
export function valueText(goal: GoalId, value: number, locale: Locale): string {
  if (goal !== 'incident-reduction') return percent(value, locale)
  return `${valueDigits(goal, value)}${locale === 'en' ? '\u00a0%' : '%'}`
}

/** The verdict's value from its integers where it has them, so that 999 of 1,000 never reads 100 %. */
export function verdictText(verdict: Verdict, locale: Locale): string | null {
  if (verdict.value === null) return null
  if (verdict.share && verdict.goal !== 'incident-reduction') return sharePercent(verdict.share, locale)
  return valueText(verdict.goal, verdict.value, locale)
}

/** `85.2 – 89.1 %`; for a reduction from the larger change to the smaller. */
export function intervalText(goal: GoalId, { lower, upper }: Interval, locale: Locale): string {
  const [from, to] = goal === 'incident-reduction' ? [upper, lower] : [lower, upper]
  return `${valueDigits(goal, from)} – ${valueText(goal, to, locale)}`
}

/** `p` as it is written: two decimals, and a bound below a hundredth. */
export const pText = (p: number): string => (p < 0.01 ? '< 0.01' : p.toFixed(2))
