import type { Instant } from '@wayproof/kernel'
import type { UserRole } from '@wayproof/store'

/** A session ends after this time, even in use. */
export const SESSION_HOURS = 12

/** The session of an officer or case handler also ends after so much time without a call. */
const IDLE_MINUTES = 60

/** A call is noted at most so often. */
export const NOTED_EVERY_MS = 60_000

const WITH_IDLE_LIMIT: readonly UserRole[] = ['officer', 'case-handler']

interface SessionTimes {
  readonly beganAt: Instant
  /** When the last call was noted. */
  readonly usedAt: Instant
}

export function hasSessionEnded({ beganAt, usedAt }: SessionTimes, role: UserRole, now: Instant): boolean {
  if (now - beganAt >= SESSION_HOURS * 3_600_000) return true
  return WITH_IDLE_LIMIT.includes(role) && now - usedAt >= IDLE_MINUTES * 60_000
}
