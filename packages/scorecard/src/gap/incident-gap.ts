import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import { isUncompared } from '../goals/leaks-against-cap.ts'
import type { VerdictOf } from '../verdict.ts'
import { type GapFound, lacks, type Step } from './gap.ts'

/** Leaks cannot be undone; suspicions count as leaks until they are decided. */
export function incidentGap({ figures, period, reason }: VerdictOf<'incident-reduction'>): GapFound {
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
