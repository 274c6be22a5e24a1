import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { VerdictOf } from '../verdict.ts'
import { type GapFound, lacks, type Step } from './gap.ts'
import { leastReaching } from './least.ts'

/** A surface that only needs a new check is the easiest step, so it comes first. */
export function publicationGap({ figures, reason, target, asOf, period }: VerdictOf<'policy-publication'>): GapFound {
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
