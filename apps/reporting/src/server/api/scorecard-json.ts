import type { Locale } from '@wayproof/kernel/people/locale'
import { verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { type Strength, strengthOf } from '@wayproof/scorecard/claims/claim'
import { verdictClaim } from '@wayproof/scorecard/claims/verdict-claim'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict, VerdictOf } from '@wayproof/scorecard/verdict'

/** A goal of a scorecard: the published verdict without the details of its own kind. */
export interface GoalJson
  extends Pick<
    VerdictOf<GoalId>,
    'goal' | 'period' | 'verdict' | 'status' | 'value' | 'target' | 'interval' | 'owner'
  > {
  readonly strength: Strength
  /** As pages, letters and reports word it; the value is null without a figure. */
  readonly shown: {
    readonly name: string
    readonly value: string | null
    readonly target: string
    readonly result: string
    /** The basis of a survey figure; null for a goal that samples nobody. */
    readonly quality: string | null
  }
}

export interface ScorecardJson extends Pick<Scorecard, 'period' | 'asOf' | 'ruleVersion' | 'seal'> {
  /** Five, in the paper's order. */
  readonly goals: readonly GoalJson[]
}

/** The scorecard for outside systems. Its figures are the published ones, so it shows no more than a page does. */
export function scorecardJson({ period, asOf, ruleVersion, seal, verdicts }: Scorecard, locale: Locale): ScorecardJson {
  return { period, asOf, ruleVersion, seal, goals: verdicts.map((verdict) => goalJson(verdict, locale)) }
}

function goalJson(verdict: Verdict, locale: Locale): GoalJson {
  const { goal, period, status, value, target, interval, owner } = verdict
  const displayTexts = {
    name: messages(locale).goals.names[goal],
    value: verdictValue(verdict, locale),
    target: verdictTarget(verdict),
    result: messages(locale).scorecard.claims.verdict(verdict),
    quality: messages(locale).scorecard.claims.quality(verdict),
  }
  const { strength } = strengthOf(verdictClaim(verdict))
  return {
    goal,
    period,
    verdict: verdict.verdict,
    strength,
    status,
    value,
    target,
    interval,
    owner,
    shown: displayTexts,
  }
}
