import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import type { TrendBreak } from '../facts.ts'
import { readVerdict } from '../goals/judge-goal.ts'
import type { ScorecardPorts } from '../ports.ts'
import type { VerdictOf } from '../verdict.ts'
import { type WaveChange, waveChange } from './wave-change.ts'

/** Comparison of a wave with that of the previous half-year, or of the same season a year ago. */
export interface WaveComparison {
  readonly period: PeriodKey
  /** Null if either shows no share, or the question changed in between. */
  readonly change: WaveChange | null
  /** Reason why the two are not comparable; null if they are or one is missing. */
  readonly broken: TrendBreak | null
}

/**
 * Compares the satisfaction of a half-year with the previous half-year and with the same half of the previous year
 * (travel differs by season), from the published figures of all three.
 * Fault: `not-a-half-year`.
 */
export async function compareWaves(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<readonly WaveComparison[], HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const judged = (of: Period): Promise<Satisfaction> => readVerdict(ports, 'customer-satisfaction', of, today)
  const before = previousPeriod(half.value)
  const yearAgo = previousPeriod(before)
  const [now, last, earlier] = await Promise.all([judged(half.value), judged(before), judged(yearAgo)])
  const breaks = [now.figures.trendBreak, last.figures.trendBreak]
  return ok([
    comparison(before, breaks.slice(0, 1), waveChange(last, now)),
    comparison(yearAgo, breaks, waveChange(earlier, now, 'season')),
  ])
}

type Satisfaction = VerdictOf<'customer-satisfaction'>

function comparison(period: Period, breaks: readonly (TrendBreak | null)[], change: WaveChange | null): WaveComparison {
  const broken = change && (breaks.find((why) => why !== null) ?? null)
  return { period: periodKey(period), change: broken ? null : change, broken }
}
