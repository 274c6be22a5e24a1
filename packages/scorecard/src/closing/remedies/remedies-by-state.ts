import type { GoalId } from '../../goals/goal.ts'
import type { Verdict } from '../../verdict.ts'
import type { Remedy } from './remedy.ts'

type Judged = Pick<Verdict, 'goal' | 'status' | 'reason'>

/** Goals that are closed only with a note and an action, and what was decided on them. */
export interface Answered<R> {
  readonly goals: readonly GoalId[]
  /** Without an action yet. */
  readonly bare: readonly GoalId[]
  readonly remedies: readonly R[]
}

export interface RemediesByState<R> {
  readonly red: Answered<R>
  /** Satisfaction, where the half-year is over and nobody was asked about it. */
  readonly noWave: Answered<R>
  /** On goals that were one or the other and are no longer. */
  readonly past: readonly R[]
}

const isRed = ({ status }: Judged): boolean => status === 'red'
const isUnasked = ({ reason }: Judged): boolean => reason === 'no-wave'

/** Whether a goal is closed only with a note and an action. */
export const needsRemedy = (verdict: Judged): boolean => isRed(verdict) || isUnasked(verdict)

/**
 * What was decided on goals, by what they are now. A late entry or a restatement can take the red from a goal: what was
 * decided on it stays and is followed up, but no longer as an action on a red goal.
 */
export function remediesByState<R extends Pick<Remedy, 'goal'>>(
  verdicts: readonly Judged[],
  remedies: readonly R[],
): RemediesByState<R> {
  const answered = (belongs: (verdict: Judged) => boolean): Answered<R> => {
    const goals = verdicts.filter(belongs).map(({ goal }) => goal)
    return {
      goals,
      bare: goals.filter((goal) => remedies.every((remedy) => remedy.goal !== goal)),
      remedies: remedies.filter(({ goal }) => goals.includes(goal)),
    }
  }
  const still = answered(needsRemedy).goals
  return {
    red: answered(isRed),
    noWave: answered(isUnasked),
    past: remedies.filter(({ goal }) => !still.includes(goal)),
  }
}
