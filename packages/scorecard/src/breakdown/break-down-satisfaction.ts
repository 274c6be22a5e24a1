import { fail, type Outcome, ok, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import type { ScorecardPorts } from '../ports.ts'
import { assembleBreakdown, type Breakdown } from './breakdown.ts'
import type { Margin } from './margin.ts'

export type BreakdownFault = HalfYearFault | { readonly code: 'item-unknown' | 'margin-repeated' | 'margin-alone' }

/** What groups are cut by: nothing for each margin in turn, one margin, or two. */
export interface DivisionCommand {
  readonly period: PeriodKey
  readonly by?: Margin
  readonly and?: Margin
}

export interface BreakdownCommand extends DivisionCommand {
  /** The headline item where absent. */
  readonly item?: string
}

const HEADLINE = 'overall'

type BreakdownPorts = Pick<ScorecardPorts, 'facts'>

/**
 * How satisfied the groups of a half-year's travelers are with one item, beside the half-year before. Nothing of a wave
 * before it is unlinked. Faults `not-a-half-year`, `item-unknown`, `margin-repeated` (the same twice), `margin-alone` (a
 * second without a first).
 */
export async function breakDownSatisfaction(
  ports: BreakdownPorts,
  { item = HEADLINE, ...division }: BreakdownCommand,
): Promise<Outcome<Breakdown, BreakdownFault>> {
  const waves = await bothWaves(ports, division)
  if (!waves.ok) return waves
  const { items, breakdownOf } = waves.value
  return item === HEADLINE || items.includes(item) ? ok(breakdownOf(item)) : fail('item-unknown')
}

/** The same for every item of the wave, in the order of the questionnaire. Faults as for one, but `item-unknown`. */
export async function breakDownEveryItem(
  ports: BreakdownPorts,
  division: DivisionCommand,
): Promise<Outcome<readonly Breakdown[], BreakdownFault>> {
  const waves = await bothWaves(ports, division)
  return waves.ok ? ok(waves.value.items.map(waves.value.breakdownOf)) : waves
}

interface BothWaves {
  readonly items: readonly string[]
  readonly breakdownOf: (item: string) => Breakdown
}

async function bothWaves(
  { facts }: BreakdownPorts,
  { period, by, and }: DivisionCommand,
): Promise<Outcome<BothWaves, BreakdownFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  if (and !== undefined && by === undefined) return fail('margin-alone')
  if (and !== undefined && and === by) return fail('margin-repeated')
  const earlier = previousPeriod(half.value)
  const [now, before] = await Promise.all([facts.breakdown(half.value), facts.breakdown(earlier)])
  const waves = [
    { period, facts: now },
    { period: periodKey(earlier), facts: before },
  ] as const
  const division = { by: by ?? null, and: and ?? null }
  return ok({
    items: now?.items.map(({ id }) => id) ?? [],
    breakdownOf: (item) => assembleBreakdown(...waves, { item, ...division }),
  })
}
