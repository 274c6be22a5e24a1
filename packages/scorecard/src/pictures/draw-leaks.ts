import { addMonths, type CalendarDate, dateAt, earlier, later } from '@wayproof/kernel/calendar/calendar-date'
import { yearIn } from '@wayproof/kernel/calendar/partial-date'
import { firstDay, type Period, type PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, startedHalfYear } from '../build-scorecard.ts'
import type { LeakCount } from '../facts.ts'
import { asOfDay } from '../goals/judge-goal.ts'
import type { HalfYearFacts, ScorecardPorts } from '../ports.ts'
import { type Baseline, type LeakRun, leakRun } from './leak-run.ts'

export interface LeakPicture {
  /** The leaks that count in the year of the half-year, up to its last day that counts. */
  readonly leaks: readonly LeakCount[]
  /** Several years by month, up to today. */
  readonly run: LeakRun
}

const MOST_MONTHS = 36

/**
 * Counts leaks by month from the current registers: of the year by cause, and of up to 36 months around the half-year
 * against the baseline year. Faults: `not-a-half-year`, `half-year-not-begun`.
 */
export async function drawLeaks(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<LeakPicture, HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const facts = await ports.facts.forHalfYear(period)
  return ok({
    leaks: await facts.leaks(half.value.year, asOfDay(half.value, today)),
    run: await runAround(facts, half.value, today),
  })
}

/** The last months up to today; of an older half-year as many before as after it. */
async function runAround(facts: HalfYearFacts, half: Period, today: CalendarDate): Promise<LeakRun> {
  const baselineYear = facts.definitions.baselineYear ?? half.year - 1
  const last = monthOf(earlier(today, addMonths(firstDay(half), MOST_MONTHS / 2 + 2)))
  const firstDrawn = monthOf(addMonths(`${last}-01`, 1 - MOST_MONTHS))
  const first = firstDrawn < `${baselineYear}-01` ? firstDrawn : `${baselineYear}-01`
  const [firstYear, lastYear] = [yearIn(firstDrawn), yearIn(last)]
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, n) => firstYear + n)
  const counted = (await Promise.all(years.map((year) => facts.leaks(year, today)))).flat()
  const leaks = new Map<PeriodKey, number>()
  for (const { month, count } of counted) leaks.set(month, (leaks.get(month) ?? 0) + count)
  const isMonth = (name: string) => name.length > 4
  return leakRun({
    months: await facts.incidentMonths(first, monthOf(later(`${last}-01`, `${baselineYear}-12-01`))),
    leaks,
    undated: counted.reduce((sum, { month, count }) => sum + (isMonth(month) ? 0 : count), 0),
    ...{ firstDrawn, lastDrawn: last, running: monthOf(today) },
    baseline: await baselineOf(facts, baselineYear, today),
  })
}

/** The baseline year as the register has it now; silent as in the verdict. */
async function baselineOf(facts: HalfYearFacts, year: number, today: CalendarDate): Promise<Baseline> {
  if (year >= yearIn(today)) return { year, leaks: 0, state: 'running' }
  const { registered, silence, baselineCount } = await facts.incidents(yearIn(today), year, today)
  return { year, leaks: baselineCount, state: registered && silence.baseline === null ? 'known' : 'silent' }
}

const monthOf = (day: CalendarDate): PeriodKey => day.slice(0, 7)
