import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Instant } from '@wayproof/kernel/clock'

/** A session ends after this time, even if it is in use. */
export const SESSION_HOURS = 12

/** A session also ends after this time without a call: sooner for roles that see comments or cases. */
const IDLE_MINUTES: Record<UserRole, number> = {
  officer: 60,
  'case-handler': 60,
  'human-resources': 240,
  'it-security': 240,
  'customer-service': 240,
  procurement: 240,
  auditor: 240,
  executive: 240,
  administrator: 240,
}

/** Minimum time between two recorded calls. */
export const NOTED_EVERY_MS = 60_000

interface SessionTimes {
  readonly beganAt: Instant
  readonly usedAt: Instant
}

export function hasSessionEnded({ beganAt, usedAt }: SessionTimes, role: UserRole, now: Instant): boolean {
  if (now - beganAt >= SESSION_HOURS * 3_600_000) return true
  return now - usedAt >= IDLE_MINUTES[role] * 60_000
}
