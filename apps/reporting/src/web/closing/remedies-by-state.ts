import type { GoalId, PromisedActions, Verdict } from '@wayproof/scorecard'

type Remedies = PromisedActions['remedies']

export interface RemediesByState {
  /** Goals that are red. */
  readonly red: readonly GoalId[]
  /** Of those: without an action yet. */
  readonly bare: readonly GoalId[]
  /** Actions on goals that are red, and on goals that were and are no longer. */
  readonly current: Remedies
  readonly past: Remedies
}

/** A restatement can take the red from a goal; what was decided on it stays, but no longer as an action on a red goal. */
export function remediesByState(
  verdicts: readonly Pick<Verdict, 'goal' | 'status'>[],
  remedies: Remedies,
): RemediesByState {
  const red = verdicts.filter(({ status }) => status === 'red').map(({ goal }) => goal)
  return {
    red,
    bare: red.filter((goal) => remedies.every((remedy) => remedy.goal !== goal)),
    current: remedies.filter(({ goal }) => red.includes(goal)),
    past: remedies.filter(({ goal }) => !red.includes(goal)),
  }
}
