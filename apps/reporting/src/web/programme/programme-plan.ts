import { isCalendarDate } from '@wayproof/kernel'
import {
  DAYS_BETWEEN_LETTERS,
  DAYS_OPEN_AT_MOST,
  LETTERS_AT_MOST,
  type ProgrammePlan,
  SAMPLE_AT_MOST,
} from '@wayproof/survey'

export const NUMBERS = ['sampleSize', 'daysOpen', 'firstReminderDays', 'lastReminderDays', 'letterLimit'] as const
export type NumberField = (typeof NUMBERS)[number]

/** The form's raw input. */
export type TypedPlan = Readonly<Record<NumberField | 'localHolidays', string>> & Pick<ProgrammePlan, 'mode'>

export const typedPlan = (plan: ProgrammePlan): TypedPlan => ({
  mode: plan.mode,
  sampleSize: plan.sampleSize === null ? '' : String(plan.sampleSize),
  daysOpen: String(plan.daysOpen),
  firstReminderDays: String(plan.firstReminderDays),
  lastReminderDays: String(plan.lastReminderDays),
  letterLimit: String(plan.letterLimit),
  localHolidays: plan.localHolidays.join(' '),
})

export const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null)

export type Range = readonly [least: number, most: number]

/** Parses a whole number; null if it is none or outside the range. */
export function numberIn(text: string, [least, most]: Range): number | null {
  const number = wholeNumber(text)
  return number !== null && number >= least && number <= most ? number : null
}

/** Gives the valid range of each number; the reminders' ranges depend on the numbers above them. */
export function rangesOf(typed: TypedPlan): Readonly<Record<NumberField, Range>> {
  const apart = DAYS_BETWEEN_LETTERS
  // Room for the invitation, two reminders at the minimum distance, and a day to answer the last one.
  const daysOpen: Range = [2 * apart + 1, DAYS_OPEN_AT_MOST]
  const lastDay = (numberIn(typed.daysOpen, daysOpen) ?? DAYS_OPEN_AT_MOST) - 1
  const first: Range = [apart, lastDay - apart]
  return {
    sampleSize: [1, SAMPLE_AT_MOST],
    daysOpen,
    firstReminderDays: first,
    lastReminderDays: [(numberIn(typed.firstReminderDays, first) ?? apart) + apart, lastDay],
    letterLimit: [1, LETTERS_AT_MOST],
  }
}

/** The numbers in the form; a census has no sample size. */
export const askedNumbers = ({ mode }: TypedPlan): readonly NumberField[] =>
  NUMBERS.filter((field) => field !== 'sampleSize' || mode !== 'census')

/** Parses dates separated by spaces or commas; null if one of them is invalid. */
export function daysIn(text: string): readonly string[] | null {
  const days = text.split(/[\s,，、]+/).filter((day) => day !== '')
  return days.every(isCalendarDate) ? days : null
}

/** Null while a field is invalid. */
export function planOf(typed: TypedPlan): ProgrammePlan | null {
  const ranges = rangesOf(typed)
  const localHolidays = daysIn(typed.localHolidays)
  const [sampleSize, daysOpen, firstReminderDays, lastReminderDays, letterLimit] = NUMBERS.map((field) =>
    numberIn(typed[field], ranges[field]),
  )
  const { mode } = typed
  if (!(daysOpen && firstReminderDays && lastReminderDays && letterLimit && localHolidays)) return null
  if (mode !== 'census' && !sampleSize) return null
  return {
    mode,
    sampleSize: mode === 'census' ? null : (sampleSize ?? null),
    daysOpen,
    firstReminderDays,
    lastReminderDays,
    letterLimit,
    localHolidays: [...localHolidays],
  }
}
