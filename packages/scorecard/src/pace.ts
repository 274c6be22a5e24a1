import { ratio, type Share } from '@wayproof/kernel'
import { onTrackCompletion } from '@wayproof/statistics'
import type { Reason, Status } from './verdict.ts'

/** Where a running completion goal is heading. Shares and chances 0-1. */
export interface Pace {
  /** Completions still needed; 0 or less once the target is reached. */
  readonly need: number
  readonly probabilityOnTrack: number | null
  readonly projectedShare: number | null
  readonly elapsedShare: number
}

const EARLIEST = 0.1

/** The colour while a period runs: by the chance `p` to reach the target; before a tenth is over it says nothing. */
export function runningStatus(p: number | null, elapsedShare: number): Status {
  if (elapsedShare < EARLIEST || p === null) return 'too-early'
  return p >= 0.8 ? 'green' : p >= 0.4 ? 'amber' : 'red'
}

export const runningReason = (status: Status): Reason => (status === 'too-early' ? 'too-early' : 'running')

/** The pace of `done` of `all`, and its colour; what is done already is green on the first day too. */
export function completionPace(done: Share, target: Share, elapsedShare: number): { pace: Pace; status: Status } {
  const forecast = onTrackCompletion({
    done: done.numerator,
    total: done.denominator,
    target: ratio(target) ?? 1,
    elapsedShare,
  })
  const { need, pOnTrack, projectedShare } = forecast
  const status = need <= 0 ? 'green' : runningStatus(pOnTrack, elapsedShare)
  return { pace: { need, probabilityOnTrack: pOnTrack, projectedShare, elapsedShare }, status }
}
