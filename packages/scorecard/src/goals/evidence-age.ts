import type { RecordedAt } from '@wayproof/evidence/registers/recorded-at'
import { type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Verdict } from '../verdict.ts'
import { type FedGoal, isFed, lastRecorded } from './feeding-register.ts'

/** Longest days without an entry: a quarter for what is judged by quarters, else a half-year, each with some days more. */
const MOST_DAYS: Readonly<Record<FedGoal, number>> = {
  'staff-training': 95,
  'incident-reduction': 190,
  'partner-audit': 190,
}

export interface EvidenceAge {
  readonly isStale: boolean
  /** Day of the last entry or check. */
  readonly lastOn: CalendarDate
}

interface Recorded {
  readonly recorded: RecordedAt
  readonly today: CalendarDate
  readonly timeZone: string
}

/**
 * Age of the evidence behind a verdict of a running half-year. Null without any, because evidence that never came is not
 * stale but unknown, for satisfaction, which is surveyed after the half-year, and while no partner is due.
 */
export function evidenceAge(verdict: Verdict, { recorded, today, timeZone }: Recorded): EvidenceAge | null {
  if (verdict.goal === 'policy-publication') {
    const { lastLookOn } = verdict.figures
    return lastLookOn === null ? null : { isStale: verdict.reason === 'not-checked', lastOn: lastLookOn }
  }
  if (!isFed(verdict.goal) || verdict.reason === 'no-partner-due') return null
  const lastOn = lastRecorded(verdict.goal, recorded, timeZone)
  return lastOn === null ? null : { isStale: daysBetween(lastOn, today) > MOST_DAYS[verdict.goal], lastOn }
}
