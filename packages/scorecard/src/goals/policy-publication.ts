// "The privacy policy is published on all of the company's platforms, 100 %, within three months."

import { addDays, addMonths, type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { ratio, reaches } from '@wayproof/kernel/share'
import { Exact, type ExactVerdict } from '../exact.ts'
import type { OrganisationFacts, PublicationFacts } from '../facts.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import type { Judged, Pace, VerdictOf } from '../verdict.ts'
import { type GoalContext, stamp, targetOf } from './goal-context.ts'
import { completionPace } from './pace.ts'

const GOAL = 'policy-publication'
const TOLERANCE = { numerator: 95, denominator: 100 }
/** A channel with this share of the bookings may not be missing. */
const BUSY = { numerator: 1, denominator: 10 }

/** Judges what a traveler sees on `asOf`. Published means checked recently, in every language. */
export function judgePolicyPublication(
  facts: PublicationFacts & Pick<OrganisationFacts, 'programmeStart'>,
  context: GoalContext,
): ExactVerdict<typeof GOAL> {
  const { inScope, published, stale, lastLookOn, version } = facts
  const share = { numerator: published, denominator: inScope }
  const dueOn = addMonths(facts.programmeStart, context.rules.policyDueMonths)
  const isKnown = inScope > 0 && !isSilent(facts, context)
  const { pace, ...judged } = judge(facts, context, dueOn)
  const judgement: VerdictOf<typeof GOAL> = {
    ...stamp(GOAL, context),
    ...judged,
    demonstrated: null,
    value: isKnown ? ratio(share) : null,
    share: isKnown ? share : null,
    interval: null,
    missing: inScope === 0 ? null : inScope - published,
    flags: stale > 0 ? ['stale-checks'] : [],
    figures: { inScope, published, stale, lastLookOn, version, dueOn, ...(pace && { pace }) },
  }
  return new Exact('verdict', judgement, FINEST_STEP)
}

function judge(
  facts: PublicationFacts & Pick<OrganisationFacts, 'programmeStart'>,
  context: GoalContext,
  dueOn: CalendarDate,
): Judged & { readonly pace?: Pace } {
  const share = { numerator: facts.published, denominator: facts.inScope }
  const target = targetOf(GOAL, context)
  const isReached = reaches(share, target)
  if (isReached === null) return { verdict: 'unknown', status: 'no-data', reason: 'no-inventory' }
  if (isReached) return { verdict: 'met', status: 'green', reason: 'target-reached' }
  if (context.asOf < dueOn) {
    const elapsed =
      context.elapsedShare ?? daysBetween(facts.programmeStart, context.asOf) / daysBetween(facts.programmeStart, dueOn)
    return { verdict: 'unknown', reason: 'not-yet-due', ...completionPace(share, target, elapsed) }
  }
  if (isSilent(facts, context)) return { verdict: 'unknown', status: 'no-data', reason: 'not-checked' }
  return { verdict: 'missed', status: tolerable(facts) ? 'amber' : 'red', reason: 'below-target' }
}

/**
 * True without any recent check: the content of the surfaces is then unknown. One overdue surface among recently
 * checked ones is not enough (docs/decisions/047).
 */
function isSilent({ lastLookOn, version }: PublicationFacts, { asOf, rules }: GoalContext): boolean {
  if (version === null) return false
  return lastLookOn === null || lastLookOn < addDays(asOf, -rules.policyCheckDays)
}

/** Nearly all are published and no busy channel is missing. Without bookings no channel is known to be busy. */
function tolerable({ published, inScope, busiestMissing }: PublicationFacts): boolean {
  if (!reaches({ numerator: published, denominator: inScope }, TOLERANCE)) return false
  return busiestMissing !== null && reaches(busiestMissing, BUSY) === false
}
