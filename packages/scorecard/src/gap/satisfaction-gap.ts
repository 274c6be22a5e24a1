import type { SatisfactionFigures, VerdictOf } from '../verdict.ts'
import { type GapFound, lacks, type Satisfied, type Step } from './gap.ts'
import { leastReaching } from './least.ts'

/** After the close no answers are accepted: missing answers can only come with the next wave. */
export function satisfactionGap(verdict: VerdictOf<'customer-satisfaction'>): GapFound {
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
