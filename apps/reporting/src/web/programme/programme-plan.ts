import { isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import {
  DAYS_OPEN_AT_MOST,
  type ProgrammePlan,
  SAMPLE_AT_MOST,
  SMALLEST_WAVE_AT_LEAST,
} from '@wayproof/survey/programme/programme'
import { DAYS_BETWEEN_LETTERS, LETTERS_AT_MOST } from '@wayproof/survey/waves/reminder'

export const NUMBERS = [
  'sampleSize',
  'daysOpen',
  'firstReminderDays',
  'lastReminderDays',
  'letterLimit',
  'smallestWave',
] as const
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
  smallestWave: String(plan.smallestWave),
  localHolidays: plan.localHolidays.join(' '),
})

export const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null)

export type Range = readonly [least: number, most: number]

/** Parses a whole number; null if it is none or outside the range. */
export function numberIn(text: string, [minimum, maximum]: Range): number | null {
  const number = wholeNumber(text)
  return number !== null && number >= minimum && number <= maximum ? number : null
}

/** Gives the valid range of each number; the reminders' ranges depend on the numbers above them. */
export function rangesOf(inputs: TypedPlan): Readonly<Record<NumberField, Range>> {
  const minimumGap = DAYS_BETWEEN_LETTERS
  // Room for the invitation, two reminders at the minimum distance, and a day to answer the last one.
  const daysOpen: Range = [2 * minimumGap + 1, DAYS_OPEN_AT_MOST]
  const lastDay = (numberIn(inputs.daysOpen, daysOpen) ?? DAYS_OPEN_AT_MOST) - 1
  const smallestWave: Range = [SMALLEST_WAVE_AT_LEAST, SAMPLE_AT_MOST]
  const first: Range = [minimumGap, lastDay - minimumGap]
  return {
    sampleSize: [numberIn(inputs.smallestWave, smallestWave) ?? SMALLEST_WAVE_AT_LEAST, SAMPLE_AT_MOST],
    daysOpen,
    firstReminderDays: first,
    lastReminderDays: [(numberIn(inputs.firstReminderDays, first) ?? minimumGap) + minimumGap, lastDay],
    letterLimit: [1, LETTERS_AT_MOST],
    smallestWave,
  }
}

/** The numbers in the form; a census has no sample size. */
export const numberFields = ({ mode }: TypedPlan): readonly NumberField[] =>
  NUMBERS.filter((field) => field !== 'sampleSize' || mode !== 'census')

/** Parses dates separated by spaces or commas; null if one of them is invalid. */
export function daysIn(text: string): readonly string[] | null {
  const days = text.split(/[\s,，、]+/).filter((day) => day !== '')
  return days.every(isCalendarDate) ? days : null
}

/** Null while a field is invalid. */
export function planOf(inputs: TypedPlan): ProgrammePlan | null {
  const ranges = rangesOf(inputs)
  const localHolidays = daysIn(inputs.localHolidays)
  const [sampleSize, daysOpen, firstReminderDays, lastReminderDays, letterLimit, smallestWave] = NUMBERS.map((field) =>
    numberIn(inputs[field], ranges[field]),
  )
  const { mode } = inputs
  if (!(daysOpen && firstReminderDays && lastReminderDays && letterLimit && smallestWave && localHolidays)) return null
  if (mode !== 'census' && !sampleSize) return null
  return {
    mode,
    sampleSize: mode === 'census' ? null : (sampleSize ?? null),
    daysOpen,
    firstReminderDays,
    lastReminderDays,
    letterLimit,
    smallestWave,
    localHolidays: [...localHolidays],
  }
}
