import { ratio, type Share } from '@wayproof/kernel'
import { onTrackCompletion } from '@wayproof/statistics'
import type { Pace, Reason, Status } from '../verdict.ts'
import { EARLIEST } from './running-pace.ts'

/** Status of a running period by the probability `p` of reaching the target; too early before a tenth has elapsed. */
export function runningStatus(p: number | null, elapsedShare: number): Status {
  if (elapsedShare < EARLIEST || p === null) return 'too-early'
  return p >= 0.8 ? 'green' : p >= 0.4 ? 'amber' : 'red'
}

export const runningReason = (status: Status): Reason => (status === 'too-early' ? 'too-early' : 'running')

/** Pace of `done` of `all`, and its status; a reached target is green from the first day. */
export function completionPace(share: Share, target: Share, elapsedShare: number): { pace: Pace; status: Status } {
  const forecast = onTrackCompletion({
    done: share.numerator,
    total: share.denominator,
    target: ratio(target) ?? 1,
    elapsedShare,
  })
  const { need, pOnTrack, projectedShare } = forecast
  const status = need <= 0 ? 'green' : runningStatus(pOnTrack, elapsedShare)
  return { pace: { need, probabilityOnTrack: pOnTrack, projectedShare, elapsedShare }, status }
}
