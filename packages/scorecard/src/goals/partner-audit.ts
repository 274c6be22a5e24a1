// "All third-party partners that handle customers' personal data are audited in full every year, 100 %."

import { ratio, reaches } from '@wayproof/kernel/share'
import { Exact, type ExactVerdict } from '../exact.ts'
import type { PartnerFacts } from '../facts.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { Judged, Pace, VerdictOf } from '../verdict.ts'
import { elapsedOf, type GoalContext, isClosed, stamp, targetOf } from './goal-context.ts'
import { completionPace, runningReason } from './pace.ts'

const GOAL = 'partner-audit'

/**
 * A failed audit still counts as an audit, because conformity is a separate figure. The goal is not green until the
 * corrective plan has a date.
 */
export function judgePartnerAudit(facts: PartnerFacts, context: GoalContext): ExactVerdict<typeof GOAL> {
  const { due, audited, passed, notYetDue, failedWithoutPlan } = facts
  const share = { numerator: audited, denominator: due }
  const { pace, ...judged } = judge(facts, context)
  const judgement: VerdictOf<typeof GOAL> = {
    ...stamp(GOAL, context),
    ...judged,
    demonstrated: null,
    value: ratio(share),
    share: due === 0 ? null : share,
    interval: null,
    missing: due === 0 ? null : due - audited,
    flags: [],
    figures: { due, audited, passed, notYetDue, failedWithoutPlan, ...(pace && { pace }) },
  }
  return new Exact('verdict', judgement, FINEST_STEP)
}

function judge(facts: PartnerFacts, context: GoalContext): Judged & { readonly pace?: Pace } {
  const share = { numerator: facts.audited, denominator: facts.due }
  const target = targetOf(GOAL, context)
  const isReached = reaches(share, target)
  if (isReached === null) return { verdict: 'unknown', status: 'no-data', reason: 'no-partner-due' }
  if (!isClosed(context.period, context)) {
    const elapsed = elapsedOf(context.period, context, facts.usualShare)
    const { pace, status } = completionPace(share, target, elapsed)
    return { verdict: 'unknown', status, reason: runningReason(status), pace }
  }
  if (!isReached) return { verdict: 'missed', status: 'red', reason: 'below-target' }
  if (facts.failedWithoutPlan > 0) return { verdict: 'met', status: 'red', reason: 'plan-missing' }
  return { verdict: 'met', status: 'green', reason: 'target-reached' }
}
