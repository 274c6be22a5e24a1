import type { Instant } from '@wayproof/kernel/clock'
import { type NoticeDutyId, noticeDuty } from './notice-duty.ts'

const HOUR = 3_600_000

/**
 * Deadline of a timely notice; null without a start or a number of hours. Hours are elapsed hours, independent of clock
 * changes.
 */
export function noticeDueAt(duty: NoticeDutyId, discovered: Instant | null): Instant | null {
  const { hours } = noticeDuty(duty)
  return hours === null || discovered === null ? null : discovered + hours * HOUR
}
