import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Share } from '@wayproof/kernel/share'
import { clopperPearson } from '@wayproof/statistics/proportions/clopper-pearson'
import type { Auditor } from './auditor.ts'
import type { SampleResult } from './sample-result.ts'
import type { SampleDrawing, SealedSample } from './sealed-sample.ts'
import type { RowPlace } from './traced-row.ts'

/** A document behind a row at the time its result was recorded. */
export interface ReviewedDocument {
  readonly kind: 'attachment' | 'import'
  readonly fileName: string
  /** SHA-256 of the file. */
  readonly digest: string
  /** Row of an imported file; null for an attachment. */
  readonly rowNumber: number | null
}

export interface Finding {
  readonly result: SampleResult
  readonly note: string
  readonly documents: readonly ReviewedDocument[]
  readonly by: Auditor
  readonly at: Instant
}

export interface DrawnRow {
  readonly key: string
  readonly label: string
  readonly places: readonly RowPlace[]
  /** Random salt in the row's digest, so that the key of a deleted row cannot be guessed. */
  readonly salt: string
}

/** A drawn row. */
export interface SampleRow {
  /** From 1, in drawing order. */
  readonly number: number
  /** Null for a person whose data were deleted on schedule. */
  readonly drawn: DrawnRow | null
  /** Null until a result is recorded. */
  readonly finding: Finding | null
  /** Number of recorded results. Recording names the revision that was seen, so that no unseen result is overwritten. */
  readonly revision: number
}

/** A sample of the rows behind a figure, drawn by an auditor. */
export interface AuditSample extends SampleDrawing {
  readonly id: Id
  readonly rows: readonly SampleRow[]
  readonly sealed: SealedSample | null
}

/** Progress and result of a sample. */
export interface SampleProgress {
  readonly size: number
  readonly done: number
  /** Rows that differ from or lack their document. */
  readonly errors: number
  /** Errors among the completed rows; null before the first. */
  readonly errorRate: Share | null
  /** Upper bound of the error share (one-sided, 95 %); null until all rows are done. */
  readonly atMost: number | null
}

const LEVEL = 0.95

/** Exact bound (Clopper-Pearson 1934). A complete census has no sampling error. */
export function progressOf({ rows, frameSize }: Pick<AuditSample, 'rows' | 'frameSize'>): SampleProgress {
  const size = rows.length
  const done = rows.filter(({ finding }) => finding !== null).length
  const errors = rows.filter(({ finding }) => finding !== null && finding.result !== 'agrees').length
  // The upper bound of a two-sided interval at 1 - 2a is the one-sided bound at 1 - a.
  const bound = size === frameSize ? errors / size : clopperPearson({ x: errors, n: size, level: 2 * LEVEL - 1 }).upper
  return {
    size,
    done,
    errors,
    errorRate: done === 0 ? null : { numerator: errors, denominator: done },
    atMost: done === size ? bound : null,
  }
}
