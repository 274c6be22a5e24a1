// "Leaks of customer information are down by 50 % on the baseline year, and a security assessment is made every year."

import { ratio, type Share } from '@wayproof/kernel/share'
import { Exact, type ExactVerdict } from '../exact.ts'
import type { IncidentFacts } from '../facts.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { Flag, IncidentFigures, Judged, Reason, Status, VerdictOf } from '../verdict.ts'
import { elapsedOf, type GoalContext, isClosed, stamp, targetOf } from './goal-context.ts'
import { halvingEvidence } from './halving-evidence.ts'
import { leakPace, runningReason } from './pace.ts'

const GOAL = 'incident-reduction'

/**
 * The paper counts leaks, so the verdict, its value, interval and claim are of counts. The cap is that of the whole
 * baseline year; value, interval and claim compare equal parts of the two years. The rate per booking is a second figure
 * with its own interval; a contradiction is flagged. Nothing is computed from silence.
 */
export function judgeIncidentReduction(facts: IncidentFacts, context: GoalContext): ExactVerdict<typeof GOAL> {
  const target = targetOf(GOAL, context)
  const cap = capOf(facts.baselineCount, target)
  const uncompared = whyUncompared(facts)
  const closed = isClosed(context.period, context)
  const pace = leakPace(facts.currentCount, cap, elapsedOf(context.period, context))
  const isHeard = uncompared === null && facts.silence.current === null
  const judged: Judged =
    uncompared !== null
      ? { verdict: 'unknown', status: 'no-data', reason: uncompared }
      : closed
        ? judgeYear(facts, cap)
        : judgeRunning(facts, cap, isHeard ? pace.status : 'too-early')
  const evidence = isHeard ? halvingEvidence(facts, 1 - (ratio(target) ?? 0)) : null
  const word = evidence?.counts?.word ?? null
  const reduction = isHeard ? countReduction(facts) : null
  const judgement: VerdictOf<typeof GOAL> = {
    ...stamp(GOAL, context),
    ...judged,
    demonstrated: word === null || word === 'too-few' ? null : word === 'demonstrated',
    value: reduction,
    share: null,
    interval: evidence?.counts?.interval ?? null,
    missing: null,
    flags: flagsOf(facts, target, isHeard, closed && word === 'too-few'),
    figures: {
      ...countsOf(facts),
      cap,
      countReduction: reduction,
      rateReduction: isHeard ? rateReduction(facts) : null,
      rateInterval: evidence?.rate ?? null,
      unbooked: isHeard ? facts.booked.unbooked : [],
      evidence: word,
      ...(!closed && { elapsedShare: pace.elapsedShare, baselineSoFar: isHeard ? facts.baselineSoFar : null }),
    },
  }
  return new Exact('verdict', judgement, FINEST_STEP)
}

/** Why the two years cannot be compared; null if they can. A year without a month that is over is not silent yet. */
function whyUncompared({ registered, silence, currentYear, baselineYear }: IncidentFacts): Reason | null {
  if (!registered) return 'no-register'
  if (silence.current?.length) return 'nothing-recorded'
  if (currentYear <= baselineYear) return 'not-yet-due'
  return silence.baseline === null ? null : 'nothing-recorded'
}

function judgeRunning({ currentCount }: IncidentFacts, cap: number, status: Status): Judged {
  if (currentCount > cap) return { verdict: 'missed', status: 'red', reason: 'cannot-be-met' }
  return { verdict: 'unknown', status, reason: runningReason(status) }
}

function judgeYear({ currentCount, undecided, assessmentDone }: IncidentFacts, cap: number): Judged {
  if (currentCount > cap) return { verdict: 'missed', status: 'red', reason: 'above-cap' }
  if (!assessmentDone) return { verdict: 'missed', status: 'red', reason: 'assessment-missing' }
  if (currentCount + undecided > cap) return { verdict: 'unknown', status: 'no-data', reason: 'undecided-suspicions' }
  return { verdict: 'met', status: 'green', reason: 'target-reached' }
}

/** Most leaks that meet the target, rounded down for an odd baseline. */
const capOf = (baseline: number, { numerator, denominator }: Share): number =>
  Math.floor((baseline * (denominator - numerator)) / denominator)

/** 1 - current / baseline of the same part of the year; null for a baseline of zero, and if it is unknown. */
const countReduction = ({ baselineSoFar, currentCount }: IncidentFacts): number | null =>
  baselineSoFar ? (baselineSoFar - currentCount) / baselineSoFar : null

/** Same per booking; null unless the bookings of every month are known. */
function rateReduction({ booked }: IncidentFacts): number | null {
  const { baselineCount, currentCount, baselineBookings: before, currentBookings: now } = booked
  return !before || !now || baselineCount === 0 ? null : 1 - currentCount / now / (baselineCount / before)
}

function flagsOf(facts: IncidentFacts, target: Share, isHeard: boolean, tooFew: boolean): Flag[] {
  const flags: Flag[] = []
  if (isHeard && facts.baselineCount === 0) flags.push('keep-zero')
  if (isHeard && basesDisagree(facts, target)) flags.push('basis-conflict')
  if (tooFew) flags.push('too-few-to-demonstrate')
  if (facts.yearAssumed) flags.push('year-assumed')
  return flags
}

/** Returns true if the leaks of the same months give another result per booking than as a count, in integers. */
function basesDisagree({ booked }: IncidentFacts, target: Share): boolean {
  const { baselineCount, currentCount, baselineBookings: before, currentBookings: now } = booked
  if (!before || !now || baselineCount === 0) return false
  const allowed = BigInt(target.denominator - target.numerator)
  const rate = BigInt(currentCount) * BigInt(before) * BigInt(target.denominator)
  const rateMeets = rate <= allowed * BigInt(baselineCount) * BigInt(now)
  return rateMeets !== currentCount <= capOf(baselineCount, target)
}

function countsOf(
  facts: IncidentFacts,
): Pick<
  IncidentFigures,
  | 'baselineYear'
  | 'baselineCount'
  | 'baselineInRegister'
  | 'currentYear'
  | 'currentCount'
  | 'unconfirmed'
  | 'undecided'
  | 'assessmentDone'
> {
  const { baselineYear, baselineCount, baselineInRegister, currentYear, currentCount, undecided, assessmentDone } =
    facts
  const unconfirmed = [...new Set([...(facts.silence.baseline ?? []), ...(facts.silence.current ?? [])])]
  return {
    ...(baselineInRegister !== undefined && { baselineInRegister }),
    ...(unconfirmed.length > 0 && { unconfirmed }),
    baselineYear,
    baselineCount,
    currentYear,
    currentCount,
    undecided,
    assessmentDone,
  }
}
