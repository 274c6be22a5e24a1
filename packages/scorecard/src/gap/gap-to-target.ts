import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { GoalId } from '../goals/goal.ts'
import { isUncompared } from '../goals/leaks-against-cap.ts'
import type { QuarterFigures, SatisfactionFigures, Verdict, VerdictOf } from '../verdict.ts'
import { type Gap, type GapFound, lacks, type Satisfied, type Step } from './gap.ts'

/** After the close no answers are accepted: missing answers can only come with the next wave. */
function satisfactionGap(verdict: VerdictOf<'customer-satisfaction'>): GapFound {
  const { figures, reason, value, target } = verdict
  if (reason === 'no-wave' || reason === 'running' || reason === 'wave-open' || reason === 'no-satisfied-points')
    return lacks(reason)
  if (reason === 'suppressed' || reason === 'too-few-answers') return lacks(reason, [answersFor(figures)])
  if (figures.step === 'verdict' || figures.band) return withheld(verdict)
  if (figures.n === null || value === null) return lacks(reason)
  const apart = distance(figures, value, target)
  const steps: Step[] = []
  if (apart.count > 0) steps.push({ kind: 'satisfied', among: figures.n, ...apart, by: null, over: true })
  if (!figures.improvementChosen) steps.push({ kind: 'improvement', by: null, over: false })
  const room = { kind: 'satisfied', ...apart, count: -apart.count, difference: -apart.difference } as const
  return { steps, room: apart.count > 0 ? null : room, lacking: null }
}

/** Without a figure there is no distance; only the lack of satisfied answers is reported. */
function withheld({ verdict, figures }: VerdictOf<'customer-satisfaction'>): GapFound {
  const steps: Step[] = []
  if (verdict === 'missed') steps.push({ kind: 'more-satisfied', by: null, over: true })
  if (!figures.improvementChosen) steps.push({ kind: 'improvement', by: null, over: false })
  return { steps, room: null, lacking: null }
}

/** Distance from the deciding share to the target; positive if it is short. */
function distance({ n, top2, estimate }: SatisfactionFigures, value: number, target: number): Satisfied {
  const answers = n ?? 0
  // As the rule reads the share: rounding noise of sums is ignored.
  const difference = Math.round((target - value) * 1e12) / 1e12
  if (!estimate?.weighted || value === estimate.raw) {
    return { count: leastReaching(answers, target) - (top2 ?? 0), exact: true, difference }
  }
  const count = difference * answers
  return {
    count: difference > 0 ? Math.max(1, Math.ceil(count - 1e-9)) : Math.ceil(count - 1e-9),
    exact: false,
    difference,
  }
}

/** The minimum counts effective answers; further answers of the same kind add as much as earlier ones. */
function answersFor({ n, estimate, minimumForStatus: minimum, step, band }: SatisfactionFigures): Step {
  const answersStep = { kind: 'answers', minimum, by: null, over: true } as const
  if (n === null || step === 'verdict' || (band && n >= minimum)) return { ...answersStep, count: null, exact: true }
  if (n === 0 || !estimate || estimate.effective === n) return { ...answersStep, count: minimum - n, exact: true }
  return { ...answersStep, count: Math.ceil((minimum * n) / estimate.effective) - n, exact: false }
}

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

const PARTS = 1_000_000

/** Fewest of `total` that reach `target` (0-1, exact to a millionth), in integers. */
function leastReaching(total: number, target: number): number {
  const [wanted, parts] = [BigInt(Math.round(target * PARTS)) * BigInt(total), BigInt(PARTS)]
  return Number((wanted + parts - 1n) / parts)
}
