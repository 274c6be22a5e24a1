import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { VerdictOf } from '../verdict.ts'
import { type GapFound, lacks, type Step } from './gap.ts'
import { leastReaching } from './least.ts'

/** An audit counts in its year; a corrective plan can get its date later. */
export function partnerGap({ figures, target, period, reason }: VerdictOf<'partner-audit'>): GapFound {
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
