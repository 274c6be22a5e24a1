// "At least 95 % of staff have completed the training and passed the exam, every quarter, in a session for all staff."

import { later } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, type Period, parsePeriod } from '@wayproof/kernel/calendar/period'
import { ratio, reaches, type Share } from '@wayproof/kernel/share'
import { Exact, type ExactVerdict } from '../exact.ts'
import type { QuarterFacts, TrainingFacts } from '../facts.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { Judged, Pace, QuarterFigures, Status, VerdictOf, VerdictResult } from '../verdict.ts'
import { elapsedOf, type GoalContext, isClosed, stamp, targetOf } from './goal-context.ts'
import { completionPace, runningReason } from './pace.ts'

const GOAL = 'staff-training'
const TOLERANCE = { numerator: 90, denominator: 100 }
/** Share of people absent for the whole quarter above which the verdict is flagged. */
const MANY_EXEMPT = { numerator: 5, denominator: 100 }
const WORST_FIRST: readonly Status[] = ['red', 'amber', 'suppressed', 'no-data', 'too-early', 'green']

interface JudgedQuarter extends Judged {
  readonly facts: QuarterFacts
  readonly share: Share
  readonly ended: boolean
  readonly pace: Pace | null
}

/** A half-year is met only if each of its quarters is. The figures are those of the deciding quarter. */
export function judgeStaffTraining(facts: TrainingFacts, context: GoalContext): ExactVerdict<typeof GOAL> {
  const begun = facts.quarters.filter(({ quarter }) => firstDay(periodNamed(quarter)) <= context.asOf)
  const counted = begun.length > 0 ? begun : facts.quarters.slice(0, 1)
  const quarters = counted.map((quarter) => judgeQuarter(quarter, context))
  const complete = counted.length === facts.quarters.length && quarters.every(({ ended }) => ended)
  const deciding = quarters.toSorted(byWeight)[0]
  if (!deciding) throw new RangeError('a training verdict needs a quarter')
  const { due, exempt, passed } = deciding.facts
  const isKnown = due > 0 && !(deciding.ended && deciding.facts.silent)
  const verdict = deciding.verdict === 'met' && !complete ? 'unknown' : deciding.verdict
  const judgement: VerdictOf<typeof GOAL> = {
    ...stamp(GOAL, { ...context, period: periodNamed(deciding.facts.quarter) }),
    verdict,
    status: WORST_FIRST.find((status) => quarters.some((quarter) => quarter.status === status)) ?? 'no-data',
    reason:
      verdict === 'missed' && !complete ? 'cannot-be-met' : verdict === deciding.verdict ? deciding.reason : 'running',
    demonstrated: null,
    value: isKnown ? ratio(deciding.share) : null,
    share: isKnown ? deciding.share : null,
    interval: null,
    missing: due === 0 ? null : due - passed,
    flags: many({ numerator: exempt, denominator: due + exempt }) ? ['exempt-share-high'] : [],
    figures: { deciding: deciding.facts.quarter, quarters: quarters.map(figuresOf) },
  }
  return new Exact('verdict', judgement, FINEST_STEP)
}

function judgeQuarter(facts: QuarterFacts, context: GoalContext): JudgedQuarter {
  const period = periodNamed(facts.quarter)
  const share = { numerator: facts.passed, denominator: facts.due }
  const target = targetOf(GOAL, context)
  const isEnded = isClosed(period, context)
  const judged = { facts, share, ended: isEnded, pace: null }
  const isReached = reaches(share, target)
  if (isReached === null) return { ...judged, verdict: 'unknown', status: 'no-data', reason: 'no-roster' }
  if (!isEnded) {
    const { pace, status } = completionPace(share, target, elapsedOf(period, context, facts.usualShare))
    return { ...judged, pace, verdict: 'unknown', status, reason: runningReason(status) }
  }
  // Without any record of the quarter the data are missing, so the session is unknown too.
  if (facts.silent) return { ...judged, verdict: 'unknown', status: 'no-data', reason: 'no-training-record' }
  if (!isReached) {
    const status = facts.sessionHeld && reaches(share, TOLERANCE) ? 'amber' : 'red'
    return { ...judged, verdict: 'missed', status, reason: 'below-target' }
  }
  if (!facts.sessionHeld) return { ...judged, verdict: 'missed', status: 'red', reason: 'session-not-held' }
  return { ...judged, verdict: 'met', status: 'green', reason: 'target-reached' }
}

/**
 * Order of decision: a missed quarter, then an unknown one (a running one first, whatever its count), then the lower
 * share, then the later quarter.
 */
function byWeight(a: JudgedQuarter, b: JudgedQuarter): number {
  const rank = (word: VerdictResult) => ['missed', 'unknown', 'met'].indexOf(word)
  const low = ({ share }: JudgedQuarter) => ratio(share) ?? -1
  if (a.verdict !== b.verdict) return rank(a.verdict) - rank(b.verdict)
  if (a.ended !== b.ended) return a.ended ? 1 : -1
  if (low(a) !== low(b)) return low(a) - low(b)
  return later(a.facts.quarter, b.facts.quarter) === a.facts.quarter ? -1 : 1
}

function figuresOf({ facts, ended, pace }: JudgedQuarter): QuarterFigures {
  const { usualShare: _, ...counts } = facts
  return { ...counts, ended, ...(pace && { pace }) }
}

const many = (exempt: Share): boolean =>
  exempt.numerator * MANY_EXEMPT.denominator > MANY_EXEMPT.numerator * exempt.denominator

function periodNamed(key: string): Period {
  const period = parsePeriod(key)
  if (!period) throw new RangeError(`no period is named ${key}`)
  return period
}
