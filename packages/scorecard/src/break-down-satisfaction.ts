import { fail, type Outcome, ok, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel'
import { assembleBreakdown, type Breakdown } from './breakdown.ts'
import { type HalfYearFault, halfYearNamed } from './build-scorecard.ts'
import type { Margin } from './facts.ts'
import type { ScorecardPorts } from './ports.ts'

export type BreakdownFault = HalfYearFault | { readonly code: 'item-unknown' | 'margin-repeated' | 'margin-alone' }

export interface BreakdownCommand {
  readonly period: PeriodKey
  /** The headline item where absent. */
  readonly item?: string
  readonly by?: Margin
  readonly and?: Margin
}

const HEADLINE = 'overall'

/**
 * How satisfied the groups of a half-year's travelers are with one item, beside the half-year before. Nothing of a wave
 * before it is unlinked. Faults `not-a-half-year`, `item-unknown`, `margin-repeated` (the same twice), `margin-alone` (a
 * second without a first).
 */
export async function breakDownSatisfaction(
  { facts }: Pick<ScorecardPorts, 'facts'>,
  { period, item = HEADLINE, by, and }: BreakdownCommand,
): Promise<Outcome<Breakdown, BreakdownFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  if (and !== undefined && by === undefined) return fail('margin-alone')
  if (and !== undefined && and === by) return fail('margin-repeated')
  const earlier = previousPeriod(half.value)
  const [now, before] = await Promise.all([facts.breakdown(half.value), facts.breakdown(earlier)])
  if (item !== HEADLINE && !now?.items.some(({ id }) => id === item)) return fail('item-unknown')
  const filter = { item, by: by ?? null, and: and ?? null }
  return ok(assembleBreakdown({ period, facts: now }, { period: periodKey(earlier), facts: before }, filter))
}
