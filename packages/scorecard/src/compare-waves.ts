import { dateAt, type Outcome, ok, type Period, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel'
import { type HalfYearFault, halfYearNamed } from './build-scorecard.ts'
import type { TrendBreak } from './facts.ts'
import { judgeGoal, sealedVerdict } from './judge-goal.ts'
import type { ScorecardPorts } from './ports.ts'
import type { VerdictOf } from './verdict.ts'
import { satisfactionChange, type WaveChange } from './wave-change.ts'

/** A wave against an earlier one: that of the half-year before, and that of the same season a year ago. */
export interface WaveComparison {
  readonly period: PeriodKey
  /** Null where either shows no share, or the question changed in between. */
  readonly change: WaveChange | null
  /** Why the two are not compared; null where they are, or one is not there. */
  readonly broken: TrendBreak | null
}

/**
 * How the satisfaction of a half-year changed on the half-year before and on the same half of last year (people travel
 * differently in summer and winter). What is closed is as it was sealed. Fault `not-a-half-year`.
 */
export async function compareWaves(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<readonly WaveComparison[], HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const judged = async (of: Period): Promise<Satisfaction> => {
    const verdict = (await sealedVerdict(ports, GOAL, of)) ?? (await judgeGoal(ports, GOAL, of, today))
    if (verdict.goal !== GOAL) throw new TypeError(`a verdict on ${verdict.goal} was given for ${GOAL}`)
    return verdict
  }
  const before = previousPeriod(half.value)
  const yearAgo = previousPeriod(before)
  const [now, last, earlier] = await Promise.all([judged(half.value), judged(before), judged(yearAgo)])
  const breaks = [now.figures.trendBreak, last.figures.trendBreak]
  return ok([comparison(before, last, now, breaks.slice(0, 1)), comparison(yearAgo, earlier, now, breaks)])
}

const GOAL = 'customer-satisfaction'

type Satisfaction = VerdictOf<typeof GOAL>

function comparison(
  period: Period,
  before: Satisfaction,
  now: Satisfaction,
  breaks: readonly (TrendBreak | null)[],
): WaveComparison {
  const change = satisfactionChange(before, now)
  const broken = change && (breaks.find((why) => why !== null) ?? null)
  return { period: periodKey(period), change: broken ? null : change, broken }
}
