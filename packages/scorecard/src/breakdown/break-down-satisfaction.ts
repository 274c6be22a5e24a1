import { type Period, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import { publishedDetail } from '../disclosure/suppress-cells.ts'
import type { ScorecardPorts } from '../ports.ts'
import { assembleBreakdown, type Breakdown } from './breakdown.ts'
import type { Margin } from './margin.ts'

export type BreakdownFault = HalfYearFault | { readonly code: 'item-unknown' | 'margin-repeated' | 'margin-alone' }

/** Grouping of the answers: every margin in turn, one margin, or a pair. */
export interface DivisionCommand {
  readonly period: PeriodKey
  readonly by?: Margin
  readonly and?: Margin
}

export interface BreakdownCommand extends DivisionCommand {
  /** The headline item if absent. */
  readonly item?: string
}

const HEADLINE = 'overall'

type BreakdownPorts = Pick<ScorecardPorts, 'facts'>

/**
 * Satisfaction with one item by groups of a half-year's travelers, beside the previous half-year. A wave is not shown
 * before it is unlinked. Faults: `not-a-half-year`, `item-unknown`, `margin-repeated` (the same margin twice),
 * `margin-alone` (a second margin without a first).
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

/** Same for every item of the wave, in questionnaire order. Faults as for one item, without `item-unknown`. */
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
  const read = async (wave: Period) => (await facts.forHalfYear(periodKey(wave))).breakdown(wave)
  const [now, before] = await Promise.all([read(half.value), read(earlier)])
  const waves = [
    { period, facts: now, detail: now?.standing === 'unlinked' ? publishedDetail(now) : null },
    { period: periodKey(earlier), facts: before },
  ] as const
  const division = { by: by ?? null, and: and ?? null }
  return ok({
    items: now?.items.map(({ id }) => id) ?? [],
    breakdownOf: (item) => assembleBreakdown(...waves, { item, ...division }),
  })
}
