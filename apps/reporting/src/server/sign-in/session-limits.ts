import type { Instant } from '@wayproof/kernel'
import type { UserRole } from '@wayproof/store'

/** A session ends after this time, even if it is in use. */
export const SESSION_HOURS = 12

/** The session of an officer or case handler also ends after this time without a call. */
const IDLE_MINUTES = 60

/** Minimum time between two recorded calls. */
export const NOTED_EVERY_MS = 60_000

const WITH_IDLE_LIMIT: readonly UserRole[] = ['officer', 'case-handler']

interface SessionTimes {
  readonly beganAt: Instant
  readonly usedAt: Instant
}

export function hasSessionEnded({ beganAt, usedAt }: SessionTimes, role: UserRole, now: Instant): boolean {
  if (now - beganAt >= SESSION_HOURS * 3_600_000) return true
  return WITH_IDLE_LIMIT.includes(role) && now - usedAt >= IDLE_MINUTES * 60_000
}
