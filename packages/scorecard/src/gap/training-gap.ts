import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { QuarterFigures, VerdictOf } from '../verdict.ts'
import { type GapFound, lacks, type Step } from './gap.ts'
import { leastReaching } from './least.ts'

/** Every quarter must meet the target; the margin is that of the tightest quarter. */
export function trainingGap({ figures: { quarters }, target }: VerdictOf<'staff-training'>): GapFound {
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
