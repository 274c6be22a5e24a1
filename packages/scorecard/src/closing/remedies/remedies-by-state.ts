import type { GoalId } from '../../goals/goal.ts'
import type { Verdict } from '../../verdict.ts'
import type { Remedy } from './remedy.ts'

type Judged = Pick<Verdict, 'goal' | 'status' | 'reason'>

/** Goals that need a note and an action before closing, with their remedies. */
export interface Answered<R> {
  readonly goals: readonly GoalId[]
  /** Goals without an action. */
  readonly bare: readonly GoalId[]
  readonly remedies: readonly R[]
}

export interface RemediesByState<R> {
  readonly red: Answered<R>
  /** Satisfaction, if the half-year is over without a survey. */
  readonly noWave: Answered<R>
  /** Remedies of goals that no longer need one. */
  readonly past: readonly R[]
}

const isRed = ({ status }: Judged): boolean => status === 'red'
const isUnasked = ({ reason }: Judged): boolean => reason === 'no-wave'

/** Returns true if the goal needs a note and an action before closing. */
export const needsRemedy = (verdict: Judged): boolean => isRed(verdict) || isUnasked(verdict)

/**
 * Groups remedies by the current state of their goals. A late entry or a restatement can turn a red goal green: its
 * remedy remains and is followed up, but no longer counts as an action on a red goal.
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
