import { Exact, type ExactVerdict, openExact } from './exact.ts'
import { GOALS } from './goals/goal.ts'
import { coarserStep, FINEST_STEP, type PublishedStep } from './publish/published-step.ts'
import type { OverallResult, Scorecard } from './scorecard.ts'
import type { Verdict, VerdictResult } from './verdict.ts'

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
