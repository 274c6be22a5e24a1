import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { DecisionChoice } from '@wayproof/scorecard/editions/decision-choice'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { FixedFault } from './executive-decision.ts'
import type { DecisionPorts } from './ports.ts'

export interface DecideAsked {
  readonly period: PeriodKey
  readonly goal: GoalId
  readonly choice: DecisionChoice
  readonly comment: string
  readonly by: { readonly id: Id; readonly name: string }
}

export type DecideFault = FixedFault | { readonly code: 'decision-not-asked' | 'comment-missing' }

/** Records the decision of an executive. It can change until the half-year is frozen. */
export async function decideAsked(
  { decisions, editions, clock }: Pick<DecisionPorts, 'decisions' | 'editions' | 'clock'>,
  { period, goal, choice, comment, by }: DecideAsked,
): Promise<Outcome<null, DecideFault>> {
  if (choice === 'commented' && comment === '') return fail('comment-missing')
  const sent = await editions.lastSent(period)
  if (!sent?.summary.decisions.some((decision) => decision.goal === goal)) return fail('decision-not-asked')
  return decisions.save({
    ...{ period, goal, choice, comment },
    ...{ userId: by.id, decidedBy: by.name, decidedAt: clock.now() },
  })
}
