import { dateAt, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { type HalfYearFault, startedHalfYear } from '../build-scorecard.ts'
import type { LeakCount } from '../facts.ts'
import { asOfDay } from '../goals/judge-goal.ts'
import type { ScorecardPorts } from '../ports.ts'

/**
 * Lists the leaks that count in the year of a half-year, up to the half-year's last day that counts. Faults:
 * `not-a-half-year`, `half-year-not-begun`.
 */
export async function drawLeaks(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<readonly LeakCount[], HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const facts = await ports.facts.forHalfYear(period)
  return ok(await facts.leaks(half.value.year, asOfDay(half.value, today)))
}
