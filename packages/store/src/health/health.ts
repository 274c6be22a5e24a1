import type { Instant } from '@wayproof/kernel'

export interface HealthReading {
  /** The free share of the disk with the database, 0 to 1; null if the system does not report it. */
  readonly freeShare: number | null
  /** The end of the calendar's last look; null before the first, and in an unreadable database. */
  readonly lastLook: Instant | null
  /** The moment since which the oldest letter without a wave is due; null if none waits. */
  readonly oldestDue: Instant | null
}

/** Something that an operator should look after although requests are answered. */
export interface HealthWarning {
  readonly code: 'disk-low' | 'scheduler-silent' | 'letters-waiting'
}

/** The health of the installation, without counts that could reveal who answered an open survey. */
export interface Health {
  readonly scheduler: 'ok' | 'late' | 'never'
  readonly lastLook: Instant | null
  readonly warnings: readonly HealthWarning[]
}

const LEAST_FREE = 0.05
/** A scheduler looks every 15 seconds. */
const LATE_AFTER_MS = 5 * 60_000
const WAITING_AFTER_MS = 60 * 60_000

export function judgeHealth({ freeShare, lastLook, oldestDue }: HealthReading, now: Instant): Health {
  const scheduler = lastLook === null ? 'never' : now - lastLook > LATE_AFTER_MS ? 'late' : 'ok'
  const findings: readonly (readonly [HealthWarning['code'], boolean])[] = [
    ['disk-low', freeShare !== null && freeShare < LEAST_FREE],
    ['scheduler-silent', scheduler !== 'ok'],
    ['letters-waiting', oldestDue !== null && now - oldestDue > WAITING_AFTER_MS],
  ]
  const warnings = findings.flatMap(([code, isFound]) => (isFound ? [{ code }] : []))
  return { scheduler, lastLook, warnings }
}
