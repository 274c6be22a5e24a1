import { addDays, type CalendarDate, earlier } from '@wayproof/kernel/calendar/calendar-date'
import { openablePeriods } from '@wayproof/survey/opening/openable-period'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import type { SamplingMode } from '@wayproof/survey/sampling/sample'

/** The form's raw input. */
export interface WavePlan {
  readonly period: string
  readonly mode: SamplingMode
  readonly size: string
  readonly seed: string
  readonly closesOn: string
}

const DAYS_OPEN = 21

/** Lists the half-years that a wave may ask about today, latest first, without those in `takenPeriods`. */
export const periodsToOpen = (today: CalendarDate, takenPeriods: readonly string[]): string[] =>
  openablePeriods(today).filter((period) => !takenPeriods.includes(period))

export const firstPlan = (period: string, today: CalendarDate): WavePlan => ({
  period,
  mode: 'census',
  size: '',
  seed: period,
  closesOn: earlier(addDays(today, DAYS_OPEN), latestClosingDay(today)),
})

/** The number of invitations that a plan sends; null while its size is not a whole number above 0. */
export function invitationCount(plan: WavePlan, eligible: number): number | null {
  if (plan.mode === 'census') return eligible
  return /^[1-9]\d{0,8}$/.test(plan.size.trim()) ? Math.min(Number(plan.size), eligible) : null
}

/** True if a plan invites somebody, but fewer people than a wave must. */
export const invitesTooFew = (invitations: number | null, smallestWave: number): boolean =>
  invitations !== null && invitations > 0 && invitations < smallestWave

export const closesInTime = (plan: WavePlan, today: CalendarDate): boolean =>
  plan.closesOn > today && plan.closesOn <= latestClosingDay(today)
