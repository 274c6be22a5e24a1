import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'

export interface EditionSettings {
  /** Working days from the unlinking of the wave to the edition of record. */
  readonly workingDays: number
  readonly preliminary: boolean
  /** True if an officer approves each edition before it is sent. */
  readonly approval: boolean
  readonly monthly: boolean
  readonly quarterly: boolean
}

export const DEFAULT_EDITION_SETTINGS: EditionSettings = {
  workingDays: 5,
  preliminary: false,
  approval: false,
  monthly: false,
  quarterly: false,
}

export const FEWEST_WORKING_DAYS = 1
export const MOST_WORKING_DAYS = 30

/** A held edition is sent with its gaps after this many working days. */
export const HOLD_WORKING_DAYS = 10

/** Working days until decisions are due. */
export const DECIDE_WORKING_DAYS = 10

/** Settings with the day since which editions are sent; editions due before are ignored. Null until the first review. */
export interface EditionSchedule {
  readonly settings: EditionSettings
  readonly since: CalendarDate | null
  /** When the settings were last changed; null if they never were. */
  readonly savedAt: Instant | null
}

/** Fault `working-days-invalid`. */
export const checkEditionSettings = (settings: EditionSettings): Outcome<EditionSettings> =>
  Number.isInteger(settings.workingDays) &&
  settings.workingDays >= FEWEST_WORKING_DAYS &&
  settings.workingDays <= MOST_WORKING_DAYS
    ? ok(settings)
    : fail('working-days-invalid')
