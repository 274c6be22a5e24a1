import { dateAt, type Outcome, ok, type Period, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import { Exact, openExact } from '../exact.ts'
import type { TrendBreak } from '../facts.ts'
import { judgeWave } from '../goals/judge-goal.ts'
import type { ScorecardPorts } from '../ports.ts'
import { publish } from '../publish/publish.ts'
import { coarserStep } from '../publish/published-step.ts'
import { satisfactionChange, type WaveChange } from './wave-change.ts'

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
 * (travel differs by season), from the counts of all three. A figure that a seal did not publish is not compared.
 * Fault: `not-a-half-year`.
 */
export async function compareWaves(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<readonly WaveComparison[], HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const judged = (of: Period): Promise<Satisfaction> => judgeWave(ports, of, today)
  const before = previousPeriod(half.value)
  const yearAgo = previousPeriod(before)
  const [now, last, earlier] = await Promise.all([judged(half.value), judged(before), judged(yearAgo)])
  const breaks = [now.shown.figures.trendBreak, last.shown.figures.trendBreak]
  return ok([comparison(before, last, now, breaks.slice(0, 1)), comparison(yearAgo, earlier, now, breaks)])
}

type Satisfaction = Awaited<ReturnType<typeof judgeWave>>

function comparison(
  period: Period,
  before: Satisfaction,
  now: Satisfaction,
  breaks: readonly (TrendBreak | null)[],
): WaveComparison {
  const isTold = before.shown.share !== null && now.shown.share !== null
  const exact = isTold ? satisfactionChange(openExact(before.exact), openExact(now.exact)) : null
  const change = publish(new Exact('wave-change', exact, coarserStep(before.exact.step, now.exact.step)))
  const trendBreak = change && (breaks.find((why) => why !== null) ?? null)
  return { period: periodKey(period), change: trendBreak ? null : change, broken: trendBreak }
}
