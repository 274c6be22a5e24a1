import type { ReadSql } from '@wayproof/database/sqlite/sql'
import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { LONGEST_BACKUP_DAYS } from '@wayproof/survey/opening/checklist'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'

/** The first line of a backup, readable without a key. */
export interface BackupHeader {
  readonly format: 'wayproof-backup-1'
  /** The version that made it. */
  readonly version: string
  /** Null if a version before 0.2.0 wrote the database. */
  readonly databaseId: string | null
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  /** Waves whose answers the backup ties to people, each with the last day on which the backup may exist. */
  readonly ties: readonly { readonly period: PeriodKey; readonly destroyBy: CalendarDate }[]
}

/** A longer line is not a header. */
export const LONGEST_HEADER = 65_536

/** The day by which a backup must be destroyed; null if it ties no answers to people. */
export function destroyBy({ ties }: BackupHeader): CalendarDate | null {
  return ties.map(({ destroyBy: day }) => day).sort()[0] ?? null
}

/** Waves of a database whose answers are still tied to people. */
export function tiesIn(sql: ReadSql, timeZone: string): BackupHeader['ties'] {
  return (
    sql<{ period: PeriodKey; closes_at: Instant }>(
      `SELECT period, closes_at FROM wave WHERE status NOT IN ('unlinked', '${TRIAL}') ORDER BY period`,
    )
      .all()
      // It closes at midnight: the last day is that before.
      .map(({ period, closes_at }) => ({
        period,
        destroyBy: addDays(dateAt(closes_at - 1, timeZone), LONGEST_BACKUP_DAYS),
      }))
  )
}

export const headerLine = (header: BackupHeader): Uint8Array => Buffer.from(`${JSON.stringify(header)}\n`)

/** Null if the line is not a valid header. */
export function readHeader(line: Uint8Array): BackupHeader | null {
  try {
    const header = JSON.parse(Buffer.from(line).toString('utf8'))
    return header?.format === 'wayproof-backup-1' && Array.isArray(header.ties) ? header : null
  } catch {
    return null
  }
}
