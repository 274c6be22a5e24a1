import type { Instant } from '@wayproof/kernel/clock'

export interface HealthReading {
  /** The free share of the disk with the database, 0 to 1; null if the system does not report it. */
  readonly freeShare: number | null
  /** The end of the calendar's last look; null before the first, and in an unreadable database. */
  readonly lastLook: Instant | null
  /** The moment since which the oldest letter without a wave is due; null if none waits. */
  readonly oldestDue: Instant | null
  /** Folders that the apps write now and then: backups and journal, keys of open waves. */
  readonly unwritable: readonly ('backup-folder-unwritable' | 'wave-keys-unwritable')[]
  readonly upkeep: Upkeep
}

/** Moments of an operator's regular work, and the findings of a job and of the clock guard. */
export interface Upkeep {
  /** Since when a real organization has used it; null before, and for a sample. */
  readonly usedSince: Instant | null
  readonly backedUpAt: Instant | null
  readonly restoreProvenAt: Instant | null
  readonly isPdfFailing: boolean
  readonly isClockDoubted: boolean
  /** Whether a copy of the data contains the keys of open waves. */
  readonly areKeysAmongData: boolean
}

/** Something that an operator should look after although requests are answered. */
export interface HealthWarning {
  readonly code:
    | 'disk-low'
    | 'scheduler-silent'
    | 'letters-waiting'
    | 'backup-folder-unwritable'
    | 'wave-keys-unwritable'
    | 'wave-keys-among-data'
    | 'backup-old'
    | 'restore-unproven'
    | 'pdf-failing'
    | 'clock-doubted'
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

/** A backup is made each day, and a restore proven every three months. */
const BACKUP_AFTER_MS = 7 * 24 * 60 * 60_000
const PROOF_AFTER_MS = 100 * 24 * 60 * 60_000

export function judgeHealth(
  { freeShare, lastLook, oldestDue, unwritable, upkeep }: HealthReading,
  now: Instant,
): Health {
  const { usedSince, backedUpAt, restoreProvenAt, isPdfFailing, isClockDoubted, areKeysAmongData } = upkeep
  const isOlder = (at: Instant | null, than: number) => usedSince !== null && now - (at ?? usedSince) > than
  const scheduler = lastLook === null ? 'never' : now - lastLook > LATE_AFTER_MS ? 'late' : 'ok'
  const findings: readonly (readonly [HealthWarning['code'], boolean])[] = [
    ['disk-low', freeShare !== null && freeShare < LEAST_FREE],
    ['scheduler-silent', scheduler !== 'ok'],
    ['letters-waiting', oldestDue !== null && now - oldestDue > WAITING_AFTER_MS],
    ...unwritable.map((code) => [code, true] as const),
    ['wave-keys-among-data', usedSince !== null && areKeysAmongData],
    ['backup-old', isOlder(backedUpAt, BACKUP_AFTER_MS)],
    ['restore-unproven', isOlder(restoreProvenAt, PROOF_AFTER_MS)],
    ['pdf-failing', isPdfFailing],
    ['clock-doubted', isClockDoubted],
  ]
  const warnings = findings.flatMap(([code, isFound]) => (isFound ? [{ code }] : []))
  return { scheduler, lastLook, warnings }
}
