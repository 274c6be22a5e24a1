import type { LocalText, PeriodKey } from '@wayproof/kernel'
import type { ActionOutcome, PromisedActions } from './closing/remedies/remedy.ts'
import type { GoalId, Owner } from './goals/goal.ts'
import type { Scorecard } from './scorecard.ts'
import type { Reason } from './verdict.ts'
import type { Way } from './way/way.ts'
import { wayToGreen } from './way/way-to-green.ts'

/** What a director must know, and what is asked of him: codes and figures, no sentences. */
export interface ExecutiveSummary {
  readonly scorecard: Scorecard
  readonly decisions: readonly Decision[]
  /** What would make each goal green, in the order of the verdicts. */
  readonly ways: readonly Way[]
  /** Improvements chosen from the travelers' answers of the half-year. */
  readonly improvements: readonly LocalText[]
  /** Outcomes of what was promised on the half-year before, where they are recorded. */
  readonly cameOf: readonly CameOf[]
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

/** An improvement or action of the half-year before, and what came of it, in the words of whoever said so. */
export interface CameOf {
  readonly action: LocalText
  readonly state: ActionOutcome['state']
  readonly outcome: string
}

/** What a scorecard asks for: a decision for each goal that is missed, in the paper's order. */
export function summarise(
  scorecard: Scorecard,
  beside: Pick<ExecutiveSummary, 'improvements' | 'cameOf' | 'head'>,
): ExecutiveSummary {
  const missed = scorecard.verdicts.filter(({ verdict }) => verdict === 'missed')
  const decisions = missed.map(({ goal, owner, reason, missing }) => ({ goal, owner, because: reason, missing }))
  return { scorecard, decisions, ways: scorecard.verdicts.map(wayToGreen), ...beside }
}

/** What a summary tells of the actions promised before. */
export const cameOfActions = ({ improvements, remedies }: PromisedActions): readonly CameOf[] =>
  [
    ...improvements.map(({ text, outcome }) => ({ action: text, outcome })),
    ...remedies.map(({ action, outcome }) => ({ action: { 'zh-CN': action, en: action }, outcome })),
  ].flatMap(({ action, outcome }) => (outcome ? [{ action, state: outcome.state, outcome: outcome.text }] : []))
