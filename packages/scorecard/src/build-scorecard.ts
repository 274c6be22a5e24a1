import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, type Period, type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { Exact, type ExactVerdict, openExact } from './exact.ts'
import { GOALS } from './goals/goal.ts'
import { asOfDay, judgeGoal, readVerdictBefore } from './goals/judge-goal.ts'
import { listBridges } from './goals/list-bridges.ts'
import type { ScorecardPorts } from './ports.ts'
import { publish } from './publish/publish.ts'
import { coarserStep, FINEST_STEP, type PublishedStep } from './publish/published-step.ts'
import { excludedRow } from './rule-changes/exclusion.ts'
import { ROW_GOALS } from './rule-changes/rule-change.ts'
import type { OverallResult, Scorecard } from './scorecard.ts'
import type { Verdict, VerdictResult } from './verdict.ts'

export type HalfYearFault = {
  readonly code: 'not-a-half-year' | 'half-year-not-begun'
  readonly figures?: Readonly<Record<string, string | number>>
}

/** Parses the key of a half-year. Fault: `not-a-half-year`. */
export function halfYearNamed(key: PeriodKey): Outcome<Period, HalfYearFault> {
  const period = parsePeriod(key)
  return period?.kind === 'half-year' ? ok(period) : fail('not-a-half-year', { period: key.slice(0, 20) })
}

/** Parses the key of a half-year that has begun by `today`. Faults: `not-a-half-year`, `half-year-not-begun`. */
export function startedHalfYear(key: PeriodKey, today: CalendarDate): Outcome<Period, HalfYearFault> {
  const half = halfYearNamed(key)
  return half.ok && firstDay(half.value) > today ? fail('half-year-not-begun', { period: key }) : half
}

/** Reads each half-year once, because several goals compare themselves with the same one. */
function readOnce(sealed: ScorecardPorts['sealed']): ScorecardPorts['sealed'] {
  const reads = new Map<PeriodKey, ReturnType<typeof sealed>>()
  return (period) => {
    const read = reads.get(period) ?? sealed(period)
    reads.set(period, read)
    return read
  }
}

/** Builds the current scorecard of a half-year (`2025-H2`). Faults: `not-a-half-year`, `half-year-not-begun`. */
export async function buildScorecard(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<Scorecard, HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const sealedOnce = { ...ports, sealed: readOnce(ports.sealed) }
  const verdicts = await Promise.all(GOALS.map((goal) => judgeGoal(sealedOnce, goal, half.value, today)))
  const before = await Promise.all(GOALS.map((goal) => readVerdictBefore(sealedOnce, goal, half.value, today)))
  const facts = await ports.facts.forHalfYear(period)
  const { definitions, exclusions } = facts
  const excluded = exclusions.map((exclusion) => excludedRow(exclusion, dateAt(exclusion.at, ports.timeZone)))
  const stamp = { period, asOf: asOfDay(half.value, today), ruleVersion: definitions.rules.version }
  const bridges = (await Promise.all(ROW_GOALS.map((goal) => listBridges(facts, goal, half.value, today)))).flat()
  return ok(
    publish(
      assembleScorecard(
        {
          ...stamp,
          bridges: bridges.map(({ rows: _, ...bridge }) => bridge),
          ...(excluded.length > 0 && { excluded }),
        },
        verdicts,
        before.filter((each) => each !== null),
      ),
    ),
  )
}

/**
 * Assembles the scorecard from `verdicts` in the paper's order, with the change of each goal from its verdict in
 * `before`.
 */
export function assembleScorecard(
  stamp: Pick<Scorecard, 'period' | 'asOf' | 'ruleVersion' | 'excluded' | 'bridges'>,
  verdicts: readonly ExactVerdict[],
  before: readonly Verdict[],
): Exact<'scorecard'> {
  const ordered = GOALS.flatMap((goal) => verdicts.filter((verdict) => openExact(verdict).goal === goal))
  const step = ordered.map((verdict) => verdict.step).reduce<PublishedStep>(coarserStep, FINEST_STEP)
  const exact = { stamp, verdicts: ordered, standing: standingOf(ordered.map(openExact)), before, seal: null }
  return new Exact('scorecard', exact, step)
}

function standingOf(verdicts: readonly Verdict[]): OverallResult {
  const withWord = (word: VerdictResult) => verdicts.filter(({ verdict }) => verdict === word).map(({ goal }) => goal)
  const standing = { met: withWord('met'), missed: withWord('missed'), unknown: withWord('unknown') }
  const overall = standing.missed.length > 0 ? 'missed' : standing.unknown.length > 0 ? 'unknown' : 'met'
  return { ...standing, overall }
}
