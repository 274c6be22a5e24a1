import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Outcome } from '@wayproof/kernel/outcome'
import { ok } from '@wayproof/kernel/outcome'
import { buildScorecard, type HalfYearFault, halfYearNamed } from './build-scorecard.ts'
import type { ScorecardPorts } from './ports.ts'
import type { Scorecard } from './scorecard.ts'

/**
 * Reads the valid scorecard: the sealed one of a closed half-year, whatever the registers contain now, else the current
 * one. Faults: `not-a-half-year`, `half-year-not-begun`.
 */
export async function readScorecard(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<Scorecard, HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const scorecard = await ports.sealed(period)
  return scorecard ? ok(scorecard) : buildScorecard(ports, { period })
}
