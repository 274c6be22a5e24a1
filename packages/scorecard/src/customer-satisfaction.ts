// "Customer satisfaction with privacy protection is at least 85 %, surveyed every half-year, and feedback is acted upon."

import { ratio, reaches, type Share } from '@wayproof/kernel'
import { wilson } from '@wayproof/statistics'
import type { SatisfactionFacts, WaveFacts } from './facts.ts'
import { type GoalContext, isClosed, stamp, targetOf } from './goal-context.ts'
import { isSmall } from './suppression.ts'
import type { Interval, Reason, SatisfactionFigures, Status, VerdictOf, Word } from './verdict.ts'

const GOAL = 'customer-satisfaction'
/** Of every interval around the share. */
export const LEVEL = 0.95
/** More than this without an opinion, and the share speaks for few. */
const FEW_KNOW = { numerator: 3, denominator: 10 }

/** The share of 4 and 5 among the answers with an opinion. Nothing is said of an open wave or of a group too small. */
export function judgeCustomerSatisfaction(facts: SatisfactionFacts, context: GoalContext): VerdictOf<typeof GOAL> {
  const { wave, improvementChosen } = facts
  const share = wave && !wave.open ? topTwo(wave) : null
  const hidden = share === null || isSmall(share.denominator, context.rules.smallestGroup)
  const shown = hidden ? null : share
  const interval = shown && shown.denominator > 0 ? intervalOf(shown) : null
  const enough = shown !== null && interval !== null && wave !== null && shown.denominator >= wave.minimumForStatus
  const target = targetOf(GOAL, context)
  return {
    ...stamp(GOAL, context),
    ...judge(facts, target, share, context),
    demonstrated: enough ? interval.lower >= (ratio(target) ?? 1) : null,
    value: shown && ratio(shown),
    share: shown && shown.denominator > 0 ? shown : null,
    interval,
    missing: null,
    flags: wave && shown && fewKnow(wave, shown) ? ['few-know'] : [],
    figures: figuresOf(wave, shown, context, improvementChosen),
  }
}

interface Judged {
  readonly verdict: Word
  readonly status: Status
  readonly reason: Reason
}

function judge(facts: SatisfactionFacts, target: Share, share: Share | null, context: GoalContext): Judged {
  const { wave, improvementChosen } = facts
  if (!wave) return { verdict: 'unknown', ...absent(context) }
  if (!share) return { verdict: 'unknown', status: 'no-data', reason: 'wave-open' }
  if (isSmall(share.denominator, context.rules.smallestGroup)) {
    return { verdict: 'unknown', status: 'suppressed', reason: 'suppressed' }
  }
  const reached = reaches(share, target)
  if (reached === null || share.denominator < wave.minimumForStatus) {
    return { verdict: 'unknown', status: 'no-data', reason: 'too-few-answers' }
  }
  if (!reached) {
    const reachable = intervalOf(share).upper >= (ratio(target) ?? 1)
    return { verdict: 'missed', status: reachable ? 'amber' : 'red', reason: 'below-target' }
  }
  if (!improvementChosen) return { verdict: 'met', status: 'amber', reason: 'improvement-missing' }
  return { verdict: 'met', status: 'green', reason: 'target-reached' }
}

/** A half-year is asked about when it is over; only then is a wave missing. */
const absent = (context: GoalContext): Pick<Judged, 'status' | 'reason'> =>
  isClosed(context.period, context)
    ? { status: 'no-data', reason: 'no-wave' }
    : { status: 'too-early', reason: 'running' }

function topTwo({ counts }: WaveFacts): Share {
  return { numerator: counts[3] + counts[4], denominator: counts.reduce((sum, count) => sum + count, 0) }
}

function intervalOf({ numerator, denominator }: Share): Interval {
  const { lower, upper } = wilson({ x: numerator, n: denominator, level: LEVEL })
  return { lower, upper, level: LEVEL }
}

function fewKnow({ withoutOpinion }: WaveFacts, { denominator: n }: Share): boolean {
  return withoutOpinion * FEW_KNOW.denominator > (n + withoutOpinion) * FEW_KNOW.numerator
}

function figuresOf(
  wave: WaveFacts | null,
  shown: Share | null,
  { rules }: GoalContext,
  improvementChosen: boolean,
): SatisfactionFigures {
  const all = wave && shown ? shown.denominator + wave.withoutOpinion : 0
  const tells = wave && shown && all > 0 && !isSmall(all, rules.smallestGroup)
  return {
    invited: wave?.invited ?? 0,
    delivered: wave?.delivered ?? 0,
    answered: wave?.answered ?? 0,
    n: shown?.denominator ?? null,
    top2: shown?.numerator ?? null,
    withoutOpinion: tells ? wave.withoutOpinion / all : null,
    satisfiedOfAll: tells ? shown.numerator / all : null,
    minimumForStatus: wave?.minimumForStatus ?? rules.minimumForStatus,
    changedClose: wave?.changedClose ?? null,
    trendBreak: wave?.trendBreak ?? null,
    improvementChosen,
  }
}
