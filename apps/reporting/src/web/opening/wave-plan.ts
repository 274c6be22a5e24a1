import { addDays, type CalendarDate, earlier } from '@wayproof/kernel'
import { askablePeriods, latestClosingDay, type SamplingMode } from '@wayproof/survey'

/** What the form holds, as typed. */
export interface WavePlan {
  readonly period: string
  readonly mode: SamplingMode
  readonly size: string
  readonly seed: string
  readonly closesOn: string
}

const DAYS_OPEN = 21

/** Half-years that may be asked about today, the latest first, without those already asked. */
export const askable = (today: CalendarDate, taken: readonly string[]): string[] =>
  askablePeriods(today).filter((period) => !taken.includes(period))

export const firstPlan = (period: string, today: CalendarDate): WavePlan => ({
  period,
  mode: 'census',
  size: '',
  seed: period,
  closesOn: earlier(addDays(today, DAYS_OPEN), latestClosingDay(today)),
})

/** How many a plan asks, of those who may be asked; null while the size is not a whole number from 1. */
export function asked(plan: WavePlan, eligible: number): number | null {
  if (plan.mode === 'census') return eligible
  return /^[1-9]\d{0,8}$/.test(plan.size.trim()) ? Math.min(Number(plan.size), eligible) : null
}

export const closesInTime = (plan: WavePlan, today: CalendarDate): boolean =>
  plan.closesOn > today && plan.closesOn <= latestClosingDay(today)
