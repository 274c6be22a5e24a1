import type { Locale } from '@wayproof/kernel'
import { messages, verdictTarget, verdictValue } from '@wayproof/messages'
import type { GoalId, Scorecard, Verdict, VerdictOf } from '@wayproof/scorecard'

/** A goal of a scorecard: the published verdict without the details of its own kind. */
export interface GoalJson
  extends Pick<
    VerdictOf<GoalId>,
    'goal' | 'period' | 'verdict' | 'status' | 'value' | 'target' | 'interval' | 'owner'
  > {
  /** As pages, letters and reports word it; the value is null without a figure. */
  readonly shown: { readonly name: string; readonly value: string | null; readonly target: string }
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
  }
  return { goal, period, verdict: verdict.verdict, status, value, target, interval, owner, shown: displayTexts }
}
