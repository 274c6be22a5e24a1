import type { Owner } from '@wayproof/accounts/accounts/person'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { LocalText } from '@wayproof/kernel/people/locale'
import type { ActionOutcome, PromisedActions } from './closing/remedies/remedy.ts'
import type { Gap } from './gap/gap.ts'
import { gapToTarget } from './gap/gap-to-target.ts'
import type { GoalId } from './goals/goal.ts'
import type { Scorecard } from './scorecard.ts'
import type { Reason } from './verdict.ts'

/** Content of the director's summary: codes and figures without sentences. */
export interface ExecutiveSummary {
  readonly scorecard: Scorecard
  readonly decisions: readonly Decision[]
  /** The gap of each goal to its target, in the order of the verdicts. */
  readonly ways: readonly Gap[]
  /** Improvements chosen from the travelers' answers of the half-year. */
  readonly improvements: readonly LocalText[]
  /** Recorded outcomes of the promises of the previous half-year. */
  readonly cameOf: readonly CameOf[]
  /** Head of the chain of seals on the day of writing. In print it vouches for all earlier seals. */
  readonly head: ChainHead | null
}

export interface ChainHead {
  /** In print format. */
  readonly code: string
  readonly number: number
  readonly period: PeriodKey
}

/** A requested decision, one per missed goal. */
export interface Decision {
  readonly goal: GoalId
  readonly owner: Owner
  readonly because: Reason
  readonly missing: number | null
}

/** An improvement or action of the previous half-year with its outcome, in the words of the person who recorded it. */
export interface CameOf {
  readonly action: LocalText
  readonly state: ActionOutcome['state']
  readonly outcome: string
}

/** Decisions that a scorecard requires: one per missed goal, in the paper's order. */
export function summarise(
  scorecard: Scorecard,
  supplement: Pick<ExecutiveSummary, 'improvements' | 'cameOf' | 'head'>,
): ExecutiveSummary {
  const missed = scorecard.verdicts.filter(({ verdict }) => verdict === 'missed')
  const decisions = missed.map(({ goal, owner, reason, missing }) => ({ goal, owner, because: reason, missing }))
  return { scorecard, decisions, ways: scorecard.verdicts.map(gapToTarget), ...supplement }
}

/** Summary entries for the outcomes of promised actions. */
export const cameOfActions = ({ improvements, remedies, agreed }: PromisedActions): readonly CameOf[] =>
  [
    ...improvements.map(({ text, outcome }) => ({ action: text, outcome })),
    ...remedies.map(({ action, outcome }) => ({ action: { 'zh-CN': action, en: action }, outcome })),
    ...agreed.map(({ text, outcome }) => ({ action: { 'zh-CN': text, en: text }, outcome })),
  ].flatMap(({ action, outcome }) => (outcome ? [{ action, state: outcome.state, outcome: outcome.text }] : []))
