import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { GoalId } from '../goals/goal.ts'
import { isUncompared } from '../goals/leaks-against-cap.ts'
import type { QuarterFigures, Verdict, VerdictOf } from '../verdict.ts'
import { type Gap, type GapFound, lacks, type Step } from './gap.ts'
import { leastReaching } from './least.ts'
import { satisfactionGap } from './satisfaction-gap.ts'

/** Every quarter must meet the target; the margin is that of the tightest quarter. */
function trainingGap({ figures: { quarters }, target }: VerdictOf<'staff-training'>): GapFound {
  const steps = quarters.filter((quarter) => !isUnrecorded(quarter)).flatMap((quarter) => stepsOf(quarter, target))
  if (quarters.length === 0 || quarters.some(({ due }) => due === 0)) return lacks('no-roster', steps)
  if (quarters.some(isUnrecorded)) return lacks('no-training-record', steps)
  if (steps.length > 0) return { steps, room: null, lacking: null }
  const spare = quarters.map(({ passed, due }) => passed - leastReaching(due, target))
  return { steps, room: { kind: 'passes', count: Math.min(...spare) }, lacking: null }
}

const isUnrecorded = ({ ended, silent }: QuarterFigures): boolean => ended && silent

function stepsOf({ quarter, due, passed, sessionHeld, ended }: QuarterFigures, target: number): Step[] {
  const period = parsePeriod(quarter)
  const deadline = { by: period && lastDay(period), over: ended, quarter }
  const short = leastReaching(due, target) - passed
  const steps: Step[] = []
  if (short > 0) steps.push({ kind: 'passes', count: short, of: due - passed, ...deadline })
  if (due > 0 && !sessionHeld) steps.push({ kind: 'session', ...deadline })
  return steps
}

/** A surface that only needs a new check is the easiest step, so it comes first. */
function publicationGap({ figures, reason, target, asOf, period }: VerdictOf<'policy-publication'>): GapFound {
  const { inScope, published, stale, version, dueOn } = figures
  if (inScope === 0) return lacks('no-inventory')
  if (reason === 'not-checked') return lacks(reason)
  const short = leastReaching(inScope, target) - published
  if (short <= 0) return { steps: [], room: { kind: 'publications', count: -short }, lacking: null }
  const half = parsePeriod(period)
  const over = half !== null && asOf >= lastDay(half)
  const deadline = { by: over ? asOf : asOf < dueOn ? dueOn : null, over }
  const checks = Math.min(stale, short)
  const publish = short - checks
  const steps: Step[] = []
  if (version === null) steps.push({ kind: 'version', ...deadline })
  if (checks > 0) steps.push({ kind: 'checks', count: checks, ...deadline })
  if (publish > 0) steps.push({ kind: 'publications', count: publish, of: inScope, version, ...deadline })
  return { steps, room: null, lacking: null }
}

/** Leaks cannot be undone; suspicions count as leaks until they are decided. */
function incidentGap({ figures, period, reason }: VerdictOf<'incident-reduction'>): GapFound {
  const { currentCount: confirmed, undecided, cap, assessmentDone } = figures
  if (isUncompared(reason)) return lacks(reason)
  const year = parsePeriod(period)
  const by = year && lastDay(year)
  const runs = reason === 'running' || reason === 'too-early' || reason === 'cannot-be-met'
  const steps: Step[] = []
  if (confirmed > cap)
    steps.push({ kind: 'leaks', count: confirmed - cap, confirmed, cap, ended: !runs, by, over: true })
  const doubtful = Math.min(undecided, confirmed + undecided - cap)
  if (doubtful > 0) steps.push({ kind: 'dismissals', count: doubtful, of: undecided, by: null, over: false })
  if (!assessmentDone) steps.push({ kind: 'assessment', by, over: !runs })
  const spare = cap - confirmed - undecided
  return { steps, room: spare < 0 ? null : { kind: 'leaks', count: spare }, lacking: null }
}

/** An audit counts in its year; a corrective plan can get its date later. */
function partnerGap({ figures, target, period, reason }: VerdictOf<'partner-audit'>): GapFound {
  const { due, audited, failedWithoutPlan } = figures
  if (due === 0) return lacks('no-partner-due')
  const year = parsePeriod(period)
  const over = reason !== 'running' && reason !== 'too-early'
  const short = leastReaching(due, target) - audited
  const steps: Step[] = []
  if (short > 0) steps.push({ kind: 'audits', count: short, of: due - audited, by: year && lastDay(year), over })
  if (failedWithoutPlan > 0) steps.push({ kind: 'plans', count: failedWithoutPlan, by: null, over: false })
  return { steps, room: short > 0 ? null : { kind: 'audits', count: -short }, lacking: null }
}

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
