import { type CalendarDate, lastDay, parsePeriod, periodOf } from '@wayproof/kernel'
import type { IncidentFigures, Pace, Verdict } from '../verdict.ts'
import { isUncompared } from './leaks-against-cap.ts'

/** Share of a period that must have elapsed before its pace is reported. */
export const EARLIEST = 0.1

/** Pace of a goal during its half-year. */
export interface RunningPace {
  /** Last day that counts. */
  readonly by: CalendarDate
  /** 0-1, by the usual progress of such a period if known. */
  readonly elapsedShare: number
  /** `completions` must reach `atEnd`, `leaks` must not exceed it. */
  readonly counts: 'completions' | 'leaks'
  readonly now: number
  /** At an even pace to the target: required completions, or allowed leaks. */
  readonly expected: number
  readonly atEnd: number
  /** Projection at the current pace: share of completions (0-1), or number of leaks. Null while it is too early. */
  readonly projected: number | null
  /** Probability of ending on target, 0-1 (Gelman et al., BDA3, 2.6). Null while it is too early. */
  readonly onTrack: number | null
}

/**
 * Pace of a goal whose half-year is running on the day of its verdict. Null from the last day on, and for satisfaction,
 * which is surveyed after the half-year.
 */
export function runningPace(verdict: Verdict): RunningPace | null {
  const { asOf, period, target, reason } = verdict
  if (asOf >= lastDay(periodOf('half-year', asOf))) return null
  const named = parsePeriod(period)
  if (!named) return null
  switch (verdict.goal) {
    case 'policy-publication': {
      const { pace, inScope, published, dueOn } = verdict.figures
      return pace ? completions(pace, { now: published, all: inScope, target, by: dueOn }) : null
    }
    case 'staff-training': {
      const quarter = verdict.figures.quarters.find(({ quarter }) => quarter === verdict.figures.deciding)
      if (!quarter?.pace) return null
      return completions(quarter.pace, { now: quarter.passed, all: quarter.due, target, by: lastDay(named) })
    }
    case 'partner-audit': {
      const { pace, audited, due } = verdict.figures
      return pace ? completions(pace, { now: audited, all: due, target, by: lastDay(named) }) : null
    }
    case 'incident-reduction':
      return isUncompared(reason) ? null : leaks(verdict.figures, lastDay(named))
    case 'customer-satisfaction':
      return null
  }
}

interface Progress {
  readonly now: number
  readonly all: number
  readonly target: number
  readonly by: CalendarDate
}

function completions(pace: Pace, { now, all, target, by }: Progress): RunningPace {
  const { elapsedShare, probabilityOnTrack, projectedShare } = pace
  const isReported = elapsedShare >= EARLIEST
  return {
    by,
    elapsedShare,
    counts: 'completions',
    now,
    // .55 x 100 is 55.00000000000001 in floating point, but 55 must suffice.
    expected: Math.ceil(target * all * elapsedShare - 1e-9),
    atEnd: now + Math.max(0, pace.need),
    projected: isReported ? projectedShare : null,
    onTrack: isReported || pace.need <= 0 ? probabilityOnTrack : null,
  }
}

function leaks(figures: IncidentFigures, by: CalendarDate): RunningPace | null {
  const { elapsedShare, currentCount: now, cap, expectedTotal, probabilityOnTrack } = figures
  if (elapsedShare === undefined) return null
  const isReported = elapsedShare >= EARLIEST
  return {
    by,
    elapsedShare,
    counts: 'leaks',
    now,
    expected: Math.floor(cap * elapsedShare + 1e-9),
    atEnd: cap,
    projected: isReported ? expectedTotal : null,
    onTrack: isReported || now > cap ? probabilityOnTrack : null,
  }
}
