import { dateAt, type Outcome, ok, type PeriodKey, parsePeriod } from '@wayproof/kernel'
import { type HalfYearFault, halfYearNamed } from './build-scorecard.ts'
import type { GoalId } from './goal.ts'
import { asOfDay, judgeGoal } from './judge-goal.ts'
import type { ScorecardPorts } from './ports.ts'
import { publish } from './publish/publish.ts'
import type { MissingRow } from './scorecard.ts'

/**
 * The rows that keep a goal from its target, as many as its verdict counts as missing; of training those of the quarter
 * that decides. Incidents and satisfaction have none. Fault `not-a-half-year`.
 */
export async function missingRows(
  ports: ScorecardPorts,
  { goal, period }: { readonly goal: GoalId; readonly period: PeriodKey },
): Promise<Outcome<readonly MissingRow[], HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const asOf = asOfDay(half.value, today)
  const { facts } = await ports.facts.inForce(period)
  if (goal === 'policy-publication') return ok(await facts.missingSurfaces(asOf))
  if (goal === 'partner-audit') return ok(await facts.missingPartners(half.value.year, asOf))
  const verdict = publish(await judgeGoal(ports, goal, half.value, today))
  const quarter = verdict.goal === 'staff-training' ? parsePeriod(verdict.figures.deciding) : null
  return ok(quarter ? await facts.missingStaff(quarter, today) : [])
}
