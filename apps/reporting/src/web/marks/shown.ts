import type { GoalId } from '@wayproof/scorecard'

/** A value as it is drawn: incidents as the change of the count (half as many is -0.5), the others as they are. */
export const shown = (goal: GoalId, value: number): number => (goal === 'incident-reduction' ? -value : value)
