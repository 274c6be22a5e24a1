import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  halfYear,
  nextPeriod,
  type Period,
  type PeriodKey,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel/calendar/period'
import type { SampleCompany } from '@wayproof/sample-company/company'
import { nextYearFiles } from '@wayproof/sample-company/next-year'
import { pastFiles } from '@wayproof/sample-company/past'

/** A half-year of the past with its survey. */
export interface PastHalf {
  readonly half: Period
  /** Counted from the second half-year of the company's year: 3, 2, 1, 0. */
  readonly ago: number
}

/** The company's half-years: past ones, and the one whose survey the demo opens. */
export interface Timeline {
  readonly company: SampleCompany
  readonly start: CalendarDate
  /** Half-years that are over and sealed, oldest first. */
  readonly halves: readonly PastHalf[]
  /** The half-year whose survey the demo opens. */
  readonly open: PeriodKey
  readonly today: CalendarDate
  /** True if the company goes on until today; false if its history ends with the half-year before the played one. */
  readonly isCurrent: boolean
}

const beforeSecondHalf = ({ year }: SampleCompany, half: Period): number => (year - half.year) * 2 + (2 - half.index)

/** The past of a company whose second half-year the demo plays to its end. */
export const timelineBefore = (company: SampleCompany, today: CalendarDate): Timeline =>
  timelineOf(company, today, halfYear(company.year, 2), false)

/** The past of a company that lives today: the survey about the half-year that ended last is open. */
export const timelineUntil = (company: SampleCompany, today: CalendarDate): Timeline =>
  timelineOf(company, today, previousPeriod(periodOf('half-year', today)), true)

function timelineOf(company: SampleCompany, today: CalendarDate, open: Period, isCurrent: boolean): Timeline {
  const first = halfYear(company.year - 1, 1)
  const halves: PastHalf[] = []
  for (let half = first; firstDay(half) < firstDay(open); half = nextPeriod(half))
    halves.push({ half, ago: beforeSecondHalf(company, half) })
  return { company, start: firstDay(first), halves, open: periodKey(open), today, isCurrent }
}

/** The texts of the registers, earlier ones first. */
export function filesOf({
  company,
  today,
  isCurrent,
}: Timeline): readonly (readonly [register: string, text: string])[] {
  const own = [...Object.entries(pastFiles(company.seed, company.year)), ...Object.entries(company.files)]
  return isCurrent ? [...own, ...Object.entries(nextYearFiles(company, today))] : own
}

/** The travelers to ask about the half-year of the open survey. */
export function travelersOf({ company, open, today }: Timeline): string {
  const isOwn = open === periodKey(halfYear(company.year, 2))
  return (isOwn ? company.files : nextYearFiles(company, today)).travelers ?? ''
}

/** How many half-years after the second one of the company's year the open survey is about: 0 or 1. */
export const afterSecondHalf = ({ company, open }: Timeline): number =>
  open === periodKey(halfYear(company.year, 2)) ? 0 : 1
