import type { Messages } from '@wayproof/messages'
import type { Decision } from '@wayproof/scorecard'

/** The decision as a heading, as the letter words it. */
export const decisionTitle = (decision: Decision, { letters }: Pick<Messages, 'letters'>): string =>
  letters.summary.decisionAsked(decision).replace(/[.。]$/, '')
