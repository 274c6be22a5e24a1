import type { LocalText, PeriodKey } from '@wayproof/kernel'
import type { GoalId, Owner } from './goal.ts'
import type { Scorecard } from './scorecard.ts'
import type { Reason } from './verdict.ts'

/** What a director must know, and what is asked of him: codes and figures, no sentences. */
export interface ExecutiveSummary {
  readonly scorecard: Scorecard
  readonly decisions: readonly Decision[]
  /** Improvements chosen from the travelers' answers of the half-year. */
  readonly improvements: readonly LocalText[]
  /** The head of the chain of seals on the day of writing: on paper it vouches for all before it. */
  readonly head: ChainHead | null
}

export interface ChainHead {
  /** As printed. */
  readonly code: string
  readonly number: number
  readonly period: PeriodKey
}

/** A decision asked: one for each goal that is missed. */
export interface Decision {
  readonly goal: GoalId
  readonly owner: Owner
  readonly because: Reason
  readonly missing: number | null
}

/** What a scorecard asks for: a decision for each goal that is missed, in the paper's order. */
export function summarise(
  scorecard: Scorecard,
  improvements: readonly LocalText[],
  head: ChainHead | null,
): ExecutiveSummary {
  const missed = scorecard.verdicts.filter(({ verdict }) => verdict === 'missed')
  const decisions = missed.map(({ goal, owner, reason, missing }) => ({ goal, owner, because: reason, missing }))
  return { scorecard, decisions, improvements, head }
}
