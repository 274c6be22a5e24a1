import type { Messages } from '@wayproof/messages/en'
import type { Decision } from '@wayproof/scorecard/executive-summary'

/** The decision as a heading, as the letter words it. */
export const decisionTitle = (decision: Decision, { letters }: Pick<Messages, 'letters'>): string =>
  letters.summary.decisionAsked(decision).replace(/[.。]$/, '')
