import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod, quartersOf } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Share } from '@wayproof/kernel/share'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import { asOfDay, judgeGoal } from '../goals/judge-goal.ts'
import type { ScorecardPorts } from '../ports.ts'
import { publish } from '../publish/publish.ts'
import { readScorecard } from '../read-scorecard.ts'
import type { Verdict } from '../verdict.ts'
import type { TracedFigure } from './traced-figure.ts'
import { type TracedRow, totalOf } from './traced-row.ts'

/** A figure with the current register rows behind it. */
export interface Trace {
  /** Last day that counts. */
  readonly asOf: CalendarDate
  /** Day of the register rows: today, even for a closed half-year. */
  readonly recordedOn: CalendarDate
  readonly rows: readonly TracedRow[]
  /** Total of the rows. */
  readonly total: Share
  /** Published value of a goal, for a closed half-year as sealed. Null for an indicator, which is not sealed. */
  readonly published: Share | null
}

export interface TraceFigure {
  readonly figure: TracedFigure
  readonly period: PeriodKey
}

/** Lists the rows of both sides of a figure in a half-year. Fault: `not-a-half-year`. */
export async function traceFigure(
  ports: ScorecardPorts,
  { figure, period }: TraceFigure,
): Promise<Outcome<Trace, HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const facts = await ports.facts.forHalfYear(period)
  const scorecard = await readScorecard(ports, { period })
  if (!scorecard.ok) return scorecard
  const verdict = scorecard.value.verdicts.find(({ goal }) => goal === figure)
  const asOf = asOfDay(half.value, today)
  const training = figure === 'staff-training' ? publish(await judgeGoal(ports, figure, half.value, today)) : null
  const deciding = training ? parsePeriod(training.figures.deciding) : null
  const rows = await facts.tracedRows({
    figure,
    half: half.value,
    asOf,
    quarters: deciding ? [deciding] : quartersOf(half.value),
    baselineYear: facts.definitions.baselineYear ?? half.value.year - 1,
  })
  return ok({ asOf, recordedOn: today, rows, total: totalOf(rows), published: verdict ? countBehind(verdict) : null })
}

/** The incident goal counts the rows of the year and of the baseline year. */
function countBehind(verdict: Verdict): Share | null {
  if (verdict.goal !== 'incident-reduction') return verdict.share
  return { numerator: verdict.figures.currentCount, denominator: verdict.figures.baselineCount }
}
