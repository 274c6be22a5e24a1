import { type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, parsePeriod, periodOf } from '@wayproof/kernel/calendar/period'
import type { IncidentFigures, Pace, QuarterFigures, Verdict, VerdictOf } from '../verdict.ts'
import { isUncompared } from './leaks-against-cap.ts'
import { allowedBy, expectedBy } from './pace.ts'

/** Pace of a goal during its half-year. */
export interface RunningPace {
  /** Last day that counts. */
  readonly by: CalendarDate
  readonly daysLeft: number
  /** 0-1, by the usual progress of such a period if known. */
  readonly elapsedShare: number
  /** `completions` must reach `atEnd`, `leaks` must not exceed it. */
  readonly counts: 'completions' | 'leaks'
  readonly now: number
  /** At the usual pace to the target: completions expected by now, or leaks allowed by now. */
  readonly expected: number
  readonly atEnd: number
}

/**
 * Pace of a goal whose half-year is running on the day of its verdict. Null from the last day on, and for satisfaction,
 * which is surveyed after the half-year.
 */
export function runningPace(verdict: Verdict): RunningPace | null {
  const { asOf, period, reason } = verdict
  if (asOf >= lastDay(periodOf('half-year', asOf))) return null
  const named = parsePeriod(period)
  if (!named) return null
  switch (verdict.goal) {
    case 'policy-publication': {
      const { pace, published, dueOn } = verdict.figures
      return pace ? completions(pace, published, { asOf, by: dueOn }) : null
    }
    case 'staff-training': {
      const quarter = verdict.figures.quarters.find(({ quarter }) => quarter === verdict.figures.deciding)
      return quarter?.pace ? completions(quarter.pace, quarter.passed, { asOf, by: lastDay(named) }) : null
    }
    case 'partner-audit': {
      const { pace, audited } = verdict.figures
      return pace ? completions(pace, audited, { asOf, by: lastDay(named) }) : null
    }
    case 'incident-reduction':
      return isUncompared(reason) ? null : leaks(verdict.figures, { asOf, by: lastDay(named) })
    case 'customer-satisfaction':
      return null
  }
}

interface Days {
  readonly asOf: CalendarDate
  readonly by: CalendarDate
}

function completions({ need, elapsedShare }: Pace, now: number, { asOf, by }: Days): RunningPace {
  const atEnd = now + need
  const expected = expectedBy(atEnd, elapsedShare)
  return { by, daysLeft: daysBetween(asOf, by), elapsedShare, counts: 'completions', now, expected, atEnd }
}

function leaks({ elapsedShare, currentCount: now, cap }: IncidentFigures, { asOf, by }: Days): RunningPace | null {
  if (elapsedShare === undefined) return null
  const expected = allowedBy(cap, elapsedShare)
  return { by, daysLeft: daysBetween(asOf, by), elapsedShare, counts: 'leaks', now, expected, atEnd: cap }
}

/**
 * The quarters of a half-year while one is over and one runs, each with its own count; empty if one quarter is enough.
 */
export const quartersBeside = ({ figures }: VerdictOf<'staff-training'>): readonly QuarterFigures[] =>
  figures.quarters.some(({ ended }) => ended) && figures.quarters.some(({ ended }) => !ended) ? figures.quarters : []
