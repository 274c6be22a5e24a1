import { dateAt, fail, type Outcome, ok, type Period, type PeriodKey, parsePeriod } from '@wayproof/kernel'
import { GOALS } from './goal.ts'
import { asOfDay, judgeBefore, judgeGoal } from './judge-goal.ts'
import type { ScorecardPorts } from './ports.ts'
import { publish } from './publish/publish.ts'
import { excludedRow } from './rule-changes/exclusion.ts'
import { assembleScorecard, type Scorecard } from './scorecard.ts'

export type HalfYearFault = {
  readonly code: 'not-a-half-year'
  readonly figures?: Readonly<Record<string, string | number>>
}

/** The half-year a key names. Fault `not-a-half-year`. */
export function halfYearNamed(key: PeriodKey): Outcome<Period, HalfYearFault> {
  const period = parsePeriod(key)
  return period?.kind === 'half-year' ? ok(period) : fail('not-a-half-year', { period: key.slice(0, 20) })
}

/** The scorecard of a half-year (`2025-H2`) as it stands now. Fault `not-a-half-year`. */
export async function buildScorecard(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<Scorecard, HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const verdicts = await Promise.all(GOALS.map((goal) => judgeGoal(ports, goal, half.value, today)))
  const before = await Promise.all(GOALS.map((goal) => judgeBefore(ports, goal, half.value, today)))
  const { definitions, exclusions } = await ports.facts.inForce(period)
  const excluded = exclusions.map((each) => excludedRow(each, dateAt(each.at, ports.timeZone)))
  const stamp = { period, asOf: asOfDay(half.value, today), ruleVersion: definitions.rules.version }
  return ok(publish(assembleScorecard({ ...stamp, ...(excluded.length > 0 && { excluded }) }, verdicts, before)))
}
