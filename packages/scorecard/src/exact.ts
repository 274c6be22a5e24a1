import type { GoalId } from './goals/goal.ts'
import type { IndicatorValue } from './measures/indicator-value.ts'
import type { PublishedStep } from './publish/published-step.ts'
import type { Scorecard } from './scorecard.ts'
import type { Verdict, VerdictOn } from './verdict.ts'

/** Types of judged values by name. */
export interface ExactValues {
  readonly verdict: Verdict
  readonly indicator: IndicatorValue
  readonly scorecard: ExactScorecard
}

export type ExactKind = keyof ExactValues

/** A scorecard before its parts are published. */
export interface ExactScorecard extends Pick<Scorecard, 'standing' | 'seal'> {
  readonly stamp: Omit<Scorecard, 'verdicts' | 'standing' | 'changes' | 'seal'>
  readonly verdicts: readonly Exact<'verdict'>[]
  /** Published verdicts that the changes are measured from. */
  readonly before: readonly Verdict[]
}

/**
 * A judged value at full precision. Its digits could reveal the counts of hidden groups, so only `publish` converts it
 * to a published value; JSON, logs and spreads show no digits. An import rule restricts who may open one.
 */
export class Exact<K extends ExactKind, V extends ExactValues[K] = ExactValues[K]> {
  readonly kind: K
  /** Finest step at which the wave behind it may be published. */
  readonly step: PublishedStep
  readonly #value: V

  constructor(kind: K, value: V, step: PublishedStep) {
    this.kind = kind
    this.step = step
    this.#value = value
  }

  static open<K extends ExactKind, V extends ExactValues[K]>(exact: Exact<K, V>): V {
    return exact.#value
  }
}

/** The unpublished judgment of one goal. */
export type ExactVerdict<G extends GoalId = GoalId> = Exact<'verdict', VerdictOn<G>>

/** Opens a judged value at full precision. */
export const openExact = Exact.open
