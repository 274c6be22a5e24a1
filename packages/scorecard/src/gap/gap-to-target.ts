import type { GoalId } from '../goals/goal.ts'
import type { Verdict, VerdictOf } from '../verdict.ts'
import { incidentWay } from './incident-way.ts'
import { partnerWay } from './partner-way.ts'
import { publicationWay } from './publication-way.ts'
import { satisfactionWay } from './satisfaction-way.ts'
import { trainingWay } from './training-way.ts'
import type { Way, WayFound } from './way.ts'

const ways: { readonly [G in GoalId]: (verdict: VerdictOf<G>) => WayFound } = {
  'policy-publication': publicationWay,
  'staff-training': trainingWay,
  'incident-reduction': incidentWay,
  'customer-satisfaction': satisfactionWay,
  'partner-audit': partnerWay,
}

/**
 * The least that would turn a verdict green, by its figures and target; for a green verdict, how much it could lose.
 * For a running period: green at its end if nothing else changes.
 */
export function wayToGreen(verdict: Verdict): Way {
  const { goal, owner } = verdict
  const found = (ways[goal] as (verdict: Verdict) => WayFound)(verdict)
  return { goal, owner, state: stateOf(verdict, found), ...found }
}

function stateOf({ verdict }: Verdict, { steps, lacking }: WayFound): Way['state'] {
  if (lacking !== null) return 'lacking'
  if (steps.some(({ over }) => over)) return 'over'
  if (steps.length > 0) return 'open'
  return verdict === 'met' ? 'green' : 'on-course'
}
