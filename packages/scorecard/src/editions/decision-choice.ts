/** An executive's answer to a decision that a summary asks for. `commented`: without a decision yet. */
export const DECISION_CHOICES = ['approved', 'declined', 'commented'] as const

export type DecisionChoice = (typeof DECISION_CHOICES)[number]
