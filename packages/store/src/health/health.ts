import type { Instant } from '@wayproof/kernel'

export interface HealthReading {
  readonly isDatabaseReadable: boolean
  /** True if a check found damage in the file, so that nothing more is written. */
  readonly isDatabaseDamaged: boolean
  /** The free share of the disk with the database, 0 to 1; null if the system does not report it. */
  readonly freeShare: number | null
  /** The end of the calendar's last look; null before the first. */
  readonly lastLook: Instant | null
  /** The moment since which the oldest letter without a wave is due; null if none waits. */
  readonly oldestDue: Instant | null
}

/** The health of the installation as words, without counts that could reveal who answered an open survey. */
export interface Health {
  /** True if requests can be answered and stored. */
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
