import type { GoalId } from '../goals/goal.ts'
import type { Scorecard } from '../scorecard.ts'
import { remediesByState } from './remedies/remedies-by-state.ts'
import type { PromisedActions } from './remedies/remedy.ts'

/** A precondition of the freeze that is not met. */
export interface MissingStep {
  readonly code: 'wave-open' | 'wave-missing' | 'improvement-missing' | 'remedy-missing' | 'outcome-missing'
  /** The goal it belongs to; null for the half-year itself. */
  readonly goal: GoalId | null
}

/** `before` holds the actions of the previous half-year; null if that was not closed. */
export function missingSteps(
  { verdicts }: Pick<Scorecard, 'verdicts'>,
  actions: PromisedActions,
  before: PromisedActions | null,
): readonly MissingStep[] {
  const steps: MissingStep[] = []
  const open = verdicts.find(({ reason }) => reason === 'wave-open')
  if (open) steps.push({ code: 'wave-open', goal: open.goal })
  if (actions.improvements.length === 0) steps.push({ code: 'improvement-missing', goal: null })
  const { red, noWave } = remediesByState(verdicts, actions.remedies)
  for (const goal of noWave.bare) steps.push({ code: 'wave-missing', goal })
  for (const goal of red.bare) steps.push({ code: 'remedy-missing', goal })
  const promised = before ? [...before.improvements, ...before.remedies, ...before.agreed] : []
  if (promised.some(({ outcome }) => outcome === null)) steps.push({ code: 'outcome-missing', goal: null })
  return steps
}
