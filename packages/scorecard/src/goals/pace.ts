import type { Share } from '@wayproof/kernel/share'
import { floorTo } from '../publish/grain.ts'
import type { Pace, Reason, Status } from '../verdict.ts'

/** Share of a period that must have elapsed before its pace is judged. */
export const EARLIEST = 0.1

/**
 * Completions expected by now of those needed by the end, at the usual pace. Rounded to the nearest: rounding up would
 * call an even pace behind on most days, rounding down would expect a single audit on the last day only.
 */
export const expectedBy = (needed: number, elapsedShare: number): number => Math.round(needed * elapsedShare)

/** Leaks allowed by now; rounded up, since the first leak of a year is never too early for a limit of one or more. */
export const allowedBy = (cap: number, elapsedShare: number): number => Math.ceil(cap * elapsedShare)

/** Green: as much as expected, or more. Red: less than half of it. */
const runningStatus = (done: number, expected: number): Status =>
  done >= expected ? 'green' : 2 * done < expected ? 'red' : 'amber'

export const runningReason = (status: Status): Reason => (status === 'too-early' ? 'too-early' : 'running')

/** The elapsed share as it is published, so that a status never contradicts the figures beside it. */
const published = (elapsedShare: number): number => floorTo(elapsedShare, 1_000)

/** Fewest completions that reach the target; exact in integers. */
const neededOf = ({ denominator: all }: Share, target: Share): number =>
  Math.ceil((all * target.numerator) / target.denominator)

/** Pace of `done` of `all`, and its status; a reached target is green from the first day. */
export function completionPace(share: Share, target: Share, elapsedShare: number): { pace: Pace; status: Status } {
  const done = share.numerator
  const needed = neededOf(share, target)
  const elapsed = published(elapsedShare)
  const expected = expectedBy(needed, elapsed)
  const status = done >= needed ? 'green' : elapsed < EARLIEST ? 'too-early' : runningStatus(done, expected)
  return { pace: { need: needed - done, elapsedShare: elapsed }, status }
}

/** Pace of a count of leaks that is not above its cap: red if it is more than twice what is allowed by now. */
export function leakPace(count: number, cap: number, share: number): { elapsedShare: number; status: Status } {
  const elapsedShare = published(share)
  const status = elapsedShare < EARLIEST ? 'too-early' : runningStatus(allowedBy(cap, elapsedShare), count)
  return { elapsedShare, status }
}
