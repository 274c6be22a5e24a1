import { type CalendarDate, lastDay, parsePeriod, periodOf } from '@wayproof/kernel'
import type { IncidentFigures, Pace, Verdict } from '../verdict.ts'

/** How much of a period must be over before its pace says anything. */
export const EARLIEST = 0.1

/** Where a goal is heading while its half-year runs. */
export interface RunningPace {
  /** The last day on which it counts. */
  readonly by: CalendarDate
  /** 0-1, by the usual course of such a period where it is known. */
  readonly elapsedShare: number
  /** `completions` are to grow to `atEnd`, `leaks` to stay within it. */
  readonly counts: 'completions' | 'leaks'
  readonly now: number
  /** On an even course to the target: completions that should be there, leaks that may. */
  readonly expected: number
  readonly atEnd: number
  /** If the pace holds, of completions the share (0-1), of leaks the number. Null as long as it is too early to tell. */
  readonly projected: number | null
  /** Chance to end on target, 0-1 (Gelman et al., BDA3, 2.6). Null as long as it is too early to tell. */
  readonly onTrack: number | null
}

/**
 * The pace of a goal whose half-year runs on the day of its verdict; null from its last day on, and for what has no pace:
 * satisfaction is asked when the half-year is over.
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
      return reason === 'no-register' || reason === 'not-yet-due' ? null : leaks(verdict.figures, lastDay(named))
    case 'customer-satisfaction':
      return null
  }
}

interface Course {
  readonly now: number
  readonly all: number
  readonly target: number
  readonly by: CalendarDate
}

function completions(pace: Pace, { now, all, target, by }: Course): RunningPace {
  const { elapsedShare, probabilityOnTrack, projectedShare } = pace
  const told = elapsedShare >= EARLIEST
  return {
    by,
    elapsedShare,
    counts: 'completions',
    now,
    // .55 x 100 is 55.00000000000001 in doubles, and needs 55 all the same.
    expected: Math.ceil(target * all * elapsedShare - 1e-9),
    atEnd: now + Math.max(0, pace.need),
    projected: told ? projectedShare : null,
    onTrack: told || pace.need <= 0 ? probabilityOnTrack : null,
  }
}

function leaks(figures: IncidentFigures, by: CalendarDate): RunningPace | null {
  const { elapsedShare, currentCount: now, cap, expectedTotal, probabilityOnTrack } = figures
  if (elapsedShare === undefined) return null
  const told = elapsedShare >= EARLIEST
  return {
    by,
    elapsedShare,
    counts: 'leaks',
    now,
    expected: Math.floor(cap * elapsedShare + 1e-9),
    atEnd: cap,
    projected: told ? expectedTotal : null,
    onTrack: told || now > cap ? probabilityOnTrack : null,
  }
}
