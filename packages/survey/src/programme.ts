import {
  type CalendarDate,
  fail,
  firstDay,
  firstWorkingDay,
  type Instant,
  momentOn,
  nextPeriod,
  type Outcome,
  ok,
  type PeriodKey,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel'
import { DAYS_BETWEEN_LETTERS, LETTERS_AT_MOST } from './reminder.ts'
import type { SamplingMode } from './sample.ts'

/** How waves are run, and since when by themselves. */
export interface Programme {
  /** Null: an officer opens each wave. */
  readonly runsSince: Instant | null
  readonly mode: SamplingMode
  /** Of a sample; null in a census. */
  readonly sampleSize: number | null
  /** Days from the opening to the last day on which answers are taken. */
  readonly daysOpen: number
  /** Days after a person's own invitation. */
  readonly firstReminderDays: number
  readonly lastReminderDays: number
  /** Letters to one person at most: of a wave, and in a half-year. */
  readonly letterLimit: number
  /** Days off besides the statutory ones. */
  readonly localHolidays: readonly CalendarDate[]
}

export type ProgrammePlan = Omit<Programme, 'runsSince'>

export const DEFAULT_PROGRAMME: Programme = {
  runsSince: null,
  mode: 'census',
  sampleSize: null,
  daysOpen: 24,
  firstReminderDays: 5,
  lastReminderDays: 10,
  letterLimit: LETTERS_AT_MOST,
  localHolidays: [],
}

export type PlanFault = { readonly code: 'sample-size-invalid' | 'reminders-too-close' | 'letter-limit-invalid' }

/** Reminders at least three days apart, the second before the last day, and a size where a sample is drawn. */
export function checkPlan(plan: ProgrammePlan): Outcome<ProgrammePlan, PlanFault> {
  const { mode, sampleSize, daysOpen, firstReminderDays, lastReminderDays, letterLimit } = plan
  if ((mode !== 'census') !== (sampleSize !== null && sampleSize > 0)) return fail('sample-size-invalid')
  const apart = lastReminderDays - firstReminderDays >= DAYS_BETWEEN_LETTERS
  if (firstReminderDays < DAYS_BETWEEN_LETTERS || !apart || lastReminderDays >= daysOpen)
    return fail('reminders-too-close')
  return letterLimit >= 1 && letterLimit <= LETTERS_AT_MOST ? ok(plan) : fail('letter-limit-invalid')
}

const OPENING_HOUR = 9

export interface PlannedOpening {
  readonly at: Instant
  /** False: the year's days off that move are not known, and not counted. */
  readonly arranged: boolean
}

/** When the wave on a half-year opens by itself: nine o'clock on the first working day after it. Null for other periods. */
export function plannedOpening(
  period: PeriodKey,
  { localHolidays }: Pick<Programme, 'localHolidays'>,
  timeZone: string,
): PlannedOpening | null {
  const asked = parsePeriod(period)
  if (asked?.kind !== 'half-year') return null
  const day = firstWorkingDay(firstDay(nextPeriod(asked)), localHolidays)
  if (day === null) return null
  const { date, arranged } = day
  return { at: momentOn(date, OPENING_HOUR, timeZone), arranged }
}

/** The half-years whose waves could open by themselves on `today`, older first: after a downtime of months, two. */
export function openingPeriods(today: CalendarDate): readonly PeriodKey[] {
  const ended = previousPeriod(periodOf('half-year', today))
  return [previousPeriod(ended), ended].map(periodKey)
}
