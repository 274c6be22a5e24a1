import { isCalendarDate } from '@wayproof/kernel'
import type { ProgrammePlan } from '@wayproof/survey'

export const NUMBERS = ['daysOpen', 'firstReminderDays', 'lastReminderDays', 'letterLimit'] as const
export type NumberField = (typeof NUMBERS)[number]

/** What the form holds, as typed. */
export type TypedPlan = Readonly<Record<NumberField | 'localHolidays', string>>

export const typedPlan = (plan: ProgrammePlan): TypedPlan => ({
  daysOpen: String(plan.daysOpen),
  firstReminderDays: String(plan.firstReminderDays),
  lastReminderDays: String(plan.lastReminderDays),
  letterLimit: String(plan.letterLimit),
  localHolidays: plan.localHolidays.join(' '),
})

export const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null)

/** Days as typed, apart by spaces or commas; null when one of them is no day. */
export function daysIn(text: string): readonly string[] | null {
  const days = text.split(/[\s,，、]+/).filter((day) => day !== '')
  return days.every(isCalendarDate) ? days : null
}
