import type { RecordedAt } from '@wayproof/evidence/registers/recorded-at'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { GoalId } from './goal.ts'

/** Registers that feed each goal. An entry in any of them is enough; the first is named if all are stale. */
export const FEEDING_REGISTERS = {
  'staff-training': ['exam-attempts', 'training-completions', 'training-sessions', 'staff-roles'],
  'incident-reduction': ['incidents', 'security-assessments'],
  'partner-audit': ['partner-audits', 'partners'],
} as const satisfies Partial<Record<GoalId, readonly string[]>>

export type FedGoal = keyof typeof FEEDING_REGISTERS
export type FeedingRegister = (typeof FEEDING_REGISTERS)[FedGoal][number]

export const isFed = (goal: GoalId): goal is FedGoal => Object.hasOwn(FEEDING_REGISTERS, goal)

/** Day of the last entry in any register of a goal; null if there is none. */
export function lastRecorded(goal: FedGoal, recorded: RecordedAt, timeZone: string): CalendarDate | null {
  const moments = FEEDING_REGISTERS[goal].flatMap((register) => recorded.get(register) ?? [])
  return moments.length === 0 ? null : dateAt(Math.max(...moments), timeZone)
}
