import type { Change } from './change/change.ts'
import type { WaveChange } from './change/wave-change.ts'
import type { GoalId } from './goals/goal.ts'
import type { IndicatorValue } from './measures/indicator-value.ts'
import type { PublishedStep } from './publish/published-step.ts'
import type { Scorecard } from './scorecard.ts'
import type { Verdict, VerdictOn } from './verdict.ts'

/** What is judged, by its name. */
export interface ExactValues {
  readonly verdict: Verdict
  readonly change: Change
  /** Null where two waves are not compared. */
  readonly 'wave-change': WaveChange | null
  readonly indicator: IndicatorValue
  readonly scorecard: ExactScorecard
}

export type ExactKind = keyof ExactValues

/** A scorecard before its parts are published. */
export interface ExactScorecard extends Pick<Scorecard, 'standing' | 'seal'> {
  readonly stamp: Omit<Scorecard, 'verdicts' | 'standing' | 'changes' | 'seal'>
  readonly verdicts: readonly Exact<'verdict'>[]
  readonly changes: readonly Exact<'change'>[]
}

/**
 * A judged value at full precision. Its digits would give away the counts of hidden groups, so `publish` alone turns it into
 * what leaves; JSON, logs and spreads show none of them. An import rule says who may open one.
 */
export class Exact<K extends ExactKind, V extends ExactValues[K] = ExactValues[K]> {
  readonly kind: K
  /** How finely the wave behind it may be published. */
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

/** The judgement on one goal, not yet published. */
export type ExactVerdict<G extends GoalId = GoalId> = Exact<'verdict', VerdictOn<G>>

/** All digits of a judged value. */
export const openExact = Exact.open
