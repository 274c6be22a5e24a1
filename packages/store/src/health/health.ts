import type { Instant } from '@wayproof/kernel'

export interface HealthReading {
  readonly isDatabaseReadable: boolean
  /** Whether a check found the file damaged, so that nothing is written any more. */
  readonly isDatabaseDamaged: boolean
  /** The share of the disk with the database that is free, 0 to 1; null where the system does not say. */
  readonly freeShare: number | null
  /** When the calendar's last look ended; null before the first. */
  readonly lastLook: Instant | null
  /** When the oldest letter of no wave became due; null where none waits. */
  readonly oldestDue: Instant | null
}

/** How the installation is: words, and no count that could tell who answered an open survey. */
export interface Health {
  /** Whether requests can be answered and kept. */
  readonly ok: boolean
  readonly database: 'ok' | 'damaged' | 'unreadable'
  readonly disk: 'ok' | 'low' | 'unknown'
  readonly scheduler: 'ok' | 'late' | 'never'
  readonly letters: 'ok' | 'waiting'
  readonly lastLook: Instant | null
}

const LEAST_FREE = 0.05
/** A scheduler looks every 15 seconds. */
const LATE_AFTER_MS = 5 * 60_000
const WAITING_AFTER_MS = 60 * 60_000

export function judgeHealth(
  { isDatabaseReadable, isDatabaseDamaged, freeShare, lastLook, oldestDue }: HealthReading,
  now: Instant,
): Health {
  const database = isDatabaseDamaged ? 'damaged' : isDatabaseReadable ? 'ok' : 'unreadable'
  const disk = freeShare === null ? 'unknown' : freeShare < LEAST_FREE ? 'low' : 'ok'
  return {
    ok: database === 'ok' && disk !== 'low',
    database,
    disk,
    scheduler: lastLook === null ? 'never' : now - lastLook > LATE_AFTER_MS ? 'late' : 'ok',
    letters: oldestDue !== null && now - oldestDue > WAITING_AFTER_MS ? 'waiting' : 'ok',
    lastLook,
  }
}
