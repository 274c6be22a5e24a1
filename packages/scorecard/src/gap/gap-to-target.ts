import type { GoalId } from '../goals/goal.ts'
import type { Verdict, VerdictOf } from '../verdict.ts'
import type { Gap, GapFound } from './gap.ts'
import { incidentGap } from './incident-gap.ts'
import { partnerGap } from './partner-gap.ts'
import { publicationGap } from './publication-gap.ts'
import { satisfactionGap } from './satisfaction-gap.ts'
import { trainingGap } from './training-gap.ts'

const gaps: { readonly [G in GoalId]: (verdict: VerdictOf<G>) => GapFound } = {
  'policy-publication': publicationGap,
  'staff-training': trainingGap,
  'incident-reduction': incidentGap,
  'customer-satisfaction': satisfactionGap,
  'partner-audit': partnerGap,
}

/**
 * The least that would turn a verdict green, by its figures and target; for a green verdict, how much it could lose.
 * For a running period: green at its end if nothing else changes.
 */
export function gapToTarget(verdict: Verdict): Gap {
  const { goal, owner } = verdict
  const gap = (gaps[goal] as (verdict: Verdict) => GapFound)(verdict)
  return { goal, owner, state: stateOf(verdict, gap), ...gap }
}

function stateOf({ verdict }: Verdict, { steps, lacking: missingEvidence }: GapFound): Gap['state'] {
  if (missingEvidence !== null) return 'lacking'
  if (steps.some(({ over }) => over)) return 'over'
  if (steps.length > 0) return 'open'
  return verdict === 'met' ? 'green' : 'on-course'
}
