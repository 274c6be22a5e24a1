import { addDays, type CalendarDate, dateAt, earlier } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  lastDay,
  type Period,
  type PeriodKey,
  periodKey,
  periodOf,
  previousPeriod,
  quartersOf,
} from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Share } from '@wayproof/kernel/share'
import { type HalfYearFault, startedHalfYear } from '../build-scorecard.ts'
import type { UnitTraining } from '../facts.ts'
import type { ScorecardPorts } from '../ports.ts'
import { totalOf } from '../sample/traced-row.ts'

/** Training of one quarter, counted from the current registers. */
export interface TrainingQuarter {
  readonly quarter: PeriodKey
  readonly running: boolean
  readonly units: readonly UnitTraining[]
  /** All units together. */
  readonly share: Share
}

/** The share on one day of a quarter. */
export interface CoursePoint {
  readonly day: CalendarDate
  readonly share: Share
}

export interface TrainingPicture {
  /** Oldest first; the last one is the latest quarter of the half-year that has begun. */
  readonly quarters: readonly TrainingQuarter[]
  /** The last weeks of the latest quarter up to today, and the same days of the quarter before. */
  readonly course: readonly CoursePoint[]
  readonly courseBefore: readonly CoursePoint[]
}

const QUARTERS = 5
const COURSE_WEEKS = 6

/** Counts who passed by unit and quarter, and week by week. Faults: `not-a-half-year`, `half-year-not-begun`. */
export async function drawTraining(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<TrainingPicture, HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const begun = quartersOf(half.value).filter((quarter) => firstDay(quarter) <= today)
  let quarter = begun.at(-1) ?? quartersOf(half.value)[0]
  if (!quarter) throw new RangeError('a half-year has quarters')
  const latest = quarter
  const quarters: Period[] = []
  for (let n = 0; n < QUARTERS; n += 1, quarter = previousPeriod(quarter)) quarters.unshift(quarter)
  return ok({
    quarters: await Promise.all(quarters.map((each) => countQuarter(ports, each, today))),
    ...(await countCourse(ports, latest, today)),
  })
}

async function countOn({ facts }: ScorecardPorts, quarter: Period, day: CalendarDate) {
  const half = periodKey(periodOf('half-year', firstDay(quarter)))
  return (await facts.forHalfYear(half)).trainingByUnit(quarter, day)
}

async function countQuarter(ports: ScorecardPorts, quarter: Period, today: CalendarDate): Promise<TrainingQuarter> {
  const units = await countOn(ports, quarter, today)
  return { quarter: periodKey(quarter), running: lastDay(quarter) >= today, units, share: shareOf(units) }
}

async function countCourse(ports: ScorecardPorts, quarter: Period, today: CalendarDate) {
  const before = previousPeriod(quarter)
  const end = earlier(today, lastDay(quarter))
  const days = Array.from({ length: COURSE_WEEKS + 1 }, (_, n) => addDays(end, (n - COURSE_WEEKS) * 7)).filter(
    (day) => day >= firstDay(quarter),
  )
  // Counted back from the ends of both quarters, where the target is decided.
  const left = daysBetween(end, lastDay(quarter))
  const daysBefore = days.map((_, n) => addDays(lastDay(before), -left + (n - days.length + 1) * 7))
  const points = (of: Period, on: readonly CalendarDate[]) =>
    Promise.all(on.map(async (day) => ({ day, share: shareOf(await countOn(ports, of, day)) })))
  return {
    course: await points(quarter, days),
    courseBefore: await points(
      before,
      daysBefore.filter((day) => day >= firstDay(before)),
    ),
  }
}

const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const shareOf = (units: readonly UnitTraining[]): Share => totalOf(units.map(({ share }) => share))
