import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type Period, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, startedHalfYear } from '../build-scorecard.ts'
import type { ScorecardPorts } from '../ports.ts'
import { countIndicators } from './count-indicators.ts'
import { INDICATORS, type IndicatorId } from './indicator.ts'
import type { IndicatorValue } from './indicator-value.ts'
import { readSealedIndicators, type SealReader } from './read-sealed-indicators.ts'

export interface IndicatorHistory {
  readonly id: IndicatorId
  /** One for each half-year, as its own page shows it. */
  readonly values: readonly IndicatorValue[]
}

export interface MeasureHistory {
  /** Half-years before the requested one, oldest first; none that ended before the program began. */
  readonly periods: readonly PeriodKey[]
  readonly indicators: readonly IndicatorHistory[]
}

const HALF_YEARS = 4

/** Lists the indicators of the half-years before one, closed ones as sealed. Faults: `not-a-half-year`, `half-year-not-begun`. */
export async function measureHistory(
  ports: ScorecardPorts & SealReader,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<MeasureHistory, HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const { programmeStart } = await ports.facts.forHalfYear(period)
  const halves: Period[] = []
  for (let n = 0, before = half.value; n < HALF_YEARS; n += 1) {
    before = previousPeriod(before)
    if (lastDay(before) >= programmeStart) halves.unshift(before)
  }
  const judged = await Promise.all(
    halves.map(async (each) => {
      const counted = await countIndicators(ports, each, today)
      return new Map(
        [...counted, ...(await readSealedIndicators(ports, periodKey(each)))].map(({ id, value }) => [id, value]),
      )
    }),
  )
  return ok({
    periods: halves.map(periodKey),
    indicators: INDICATORS.map(({ id }) => ({ id, values: judged.flatMap((values) => values.get(id) ?? []) })),
  })
}
