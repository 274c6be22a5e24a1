import type { GoalId } from '../goals/goal.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Reason, Verdict } from '../verdict.ts'
import { canonicalJson } from './seals/canonical-json.ts'

export type Figure = 'verdict' | 'status' | 'value' | 'counted' | 'base' | 'missing' | 'other'

/** A changed figure with both values. A change of `other` has no values. */
export interface FigureChange {
  readonly goal: GoalId
  readonly figure: Figure
  readonly from: string | number | null
  readonly to: string | number | null
}

/** Differences between two scorecards of one half-year, by goal. */
export function figureChanges(
  before: Pick<Scorecard, 'verdicts'>,
  after: Pick<Scorecard, 'verdicts'>,
): readonly FigureChange[] {
  return before.verdicts.flatMap((from) => {
    const to = after.verdicts.find(({ goal }) => goal === from.goal)
    return to ? changesOf(from, to) : []
  })
}

const RUNNING: readonly Reason[] = ['running', 'too-early', 'not-yet-due']

const isRunning = ({ verdict, reason }: Verdict): boolean => verdict === 'unknown' && RUNNING.includes(reason)

function changesOf(from: Verdict, later: Verdict): FigureChange[] {
  // The status of a running goal follows from its counts, and seals of earlier versions took it from a forecast.
  const to = isRunning(from) && isRunning(later) ? { ...later, status: from.status } : later
  const then = shownFigures(from)
  const now = shownFigures(to)
  const changes = Object.keys(then).flatMap((name) => {
    const figure = name as keyof typeof then
    return then[figure] === now[figure] ? [] : [{ goal: from.goal, figure, from: then[figure], to: now[figure] }]
  })
  if (changes.length > 0 || canonicalJson(from) === canonicalJson(to)) return changes
  return [{ goal: from.goal, figure: 'other', from: null, to: null }]
}

const shownFigures = ({ verdict, status, value, share, missing }: Verdict) => ({
  verdict,
  status,
  value,
  counted: share?.numerator ?? null,
  base: share?.denominator ?? null,
  missing,
})
