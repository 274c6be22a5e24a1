import type { Verdict, VerdictOf } from '../verdict.ts'
import type { Claim } from './claim.ts'

/** The claim of a goal's verdict: that its figure reaches or misses the target. */
export function verdictClaim(verdict: Verdict): Claim {
  if (verdict.goal === 'customer-satisfaction') return satisfactionClaim(verdict)
  if (verdict.goal === 'incident-reduction') return reductionClaim(verdict)
  return countClaim(verdict, 'share')
}

function countClaim({ value, target, verdict, reason }: Verdict, estimand: 'share' | 'reduction'): Claim {
  return {
    ...{ estimand, value, interval: null, method: 'count', comparison: target, family: 'goal' },
    ...{ lacking: verdict === 'unknown' ? reason : null, lies: 'beyond', silence: 'nobody-asked' },
  }
}

/** A band of few people, or a withheld figure without its decision, lacks what a claim needs. */
function satisfactionClaim(verdict: VerdictOf<'customer-satisfaction'>): Claim {
  const { value, interval, target, status, demonstrated, reason, flags, figures } = verdict
  const isUnknown = verdict.verdict === 'unknown'
  const isUneven = flags.includes('weights-uneven') && demonstrated !== true
  // A sealed decision was taken on the exact interval; the published one may be withheld.
  const reaches = demonstrated === true || (isUneven && interval !== null && interval.lower >= target)
  return {
    ...{ estimand: 'share', value, interval, method: 'wilson', comparison: target, family: 'goal' },
    lacking: isUnknown ? reason : figures.band ? 'suppressed' : null,
    lies: (verdict.verdict === 'met' ? reaches : status === 'red') ? 'beyond' : 'across',
    silence: isUneven ? 'unlike-the-rest' : 'like-the-rest',
  }
}

const MET = {
  demonstrated: 'beyond',
  compatible: 'across',
  contradicted: 'contrary',
  'too-few': 'cannot-tell',
} as const

/** The verdict is about counts; a missing assessment, a baseline of zero and a running year are facts without chance. */
function reductionClaim(verdict: VerdictOf<'incident-reduction'>): Claim {
  const { value, interval, target, reason, figures } = verdict
  const isCompared = reason === 'target-reached' || reason === 'above-cap'
  if (figures.evidence === null || !isCompared) return countClaim(verdict, 'reduction')
  const isBelow = figures.evidence === 'contradicted' || (interval !== null && interval.upper < target)
  return {
    ...{ estimand: 'reduction', value, interval, method: 'exact-ratio', comparison: target, family: 'goal' },
    lacking: null,
    lies: verdict.verdict === 'met' ? MET[figures.evidence] : isBelow ? 'beyond' : 'across',
    silence: 'nobody-asked',
  }
}
