import { addDays, type CalendarDate, earlier, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import { latestClosingDay, type SamplingMode } from '@wayproof/survey'

/** What the form holds, as typed. */
export interface WavePlan {
  readonly period: string
  readonly mode: SamplingMode
  readonly size: string
  readonly seed: string
  readonly closesOn: string
}

const DAYS_OPEN = 21
const HALF_YEARS = 8

/** Half-years that may be asked about: the latest that has ended and those before it, without those already asked. */
export function askable(latest: string, taken: readonly string[]): string[] {
  const keys: string[] = []
  let at = parsePeriod(latest)
  for (let i = 0; i < HALF_YEARS && at; i++) {
    const key = periodKey(at)
    if (!taken.includes(key)) keys.push(key)
    at = previousPeriod(at)
  }
  return keys
}

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
