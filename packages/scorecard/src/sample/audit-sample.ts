import type { Id, Instant, PeriodKey, Share } from '@wayproof/kernel'
import { clopperPearson } from '@wayproof/statistics'
import type { SealedSample } from './sample-seal.ts'
import type { TracedFigure } from './traced-figure.ts'
import type { RowPlace, Side } from './traced-row.ts'

export const SAMPLE_RESULTS = ['agrees', 'differs', 'document-missing'] as const

export type SampleResult = (typeof SAMPLE_RESULTS)[number]

export interface Auditor {
  readonly id: Id
  readonly name: string
}

/** A document that stood behind a row when its result was recorded. */
export interface SeenDocument {
  readonly kind: 'attachment' | 'import'
  readonly fileName: string
  /** SHA-256 of the file. */
  readonly digest: string
  /** The row of an imported file; null for an attachment. */
  readonly rowNumber: number | null
}

export interface Finding {
  readonly result: SampleResult
  readonly note: string
  readonly documents: readonly SeenDocument[]
  readonly by: Auditor
  readonly at: Instant
}

export interface DrawnRow {
  readonly key: string
  readonly label: string
  readonly places: readonly RowPlace[]
  /** Random and in the digest of the row: once it is deleted nobody finds the key by trying. */
  readonly salt: string
}

/** A row that was drawn. */
export interface SampleRow {
  /** From 1, in the order drawn. */
  readonly number: number
  /** Null where the row spoke of somebody whose data were deleted on schedule. */
  readonly drawn: DrawnRow | null
  /** Null until there is a result. */
  readonly finding: Finding | null
  /** How often a result was written: what was seen is named by it, so that nobody overwrites unseen. */
  readonly revision: number
}

/** A sample of the rows behind a figure, drawn by an auditor. */
export interface AuditSample {
  readonly id: Id
  readonly period: PeriodKey
  readonly figure: TracedFigure
  readonly side: Side
  /** 128 random bits, hexadecimal. */
  readonly seed: string
  readonly frameDigest: string
  readonly frameSize: number
  /** What the rows of the figure added up to at the drawing. */
  readonly total: Share
  /** What was published of it then; null where nothing is. */
  readonly published: Share | null
  readonly drawnAt: Instant
  readonly drawnBy: Auditor
  readonly rows: readonly SampleRow[]
  readonly sealed: SealedSample | null
}

/** How a sample came out so far. */
export interface SampleStanding {
  readonly size: number
  readonly done: number
  /** Rows that differ or lack their document. */
  readonly errors: number
  /** Share of errors among the rows done; null while there is none. */
  readonly errorRate: Share | null
  /** No larger share of errors is compatible with these rows (one-sided, 95 %); null while not all are done. */
  readonly atMost: number | null
}

const LEVEL = 0.95

/** Exact bound (Clopper-Pearson 1934); of a sample that took every row nothing is left to chance. */
export function standingOf({ rows, frameSize }: Pick<AuditSample, 'rows' | 'frameSize'>): SampleStanding {
  const size = rows.length
  const done = rows.filter(({ finding }) => finding !== null).length
  const errors = rows.filter(({ finding }) => finding !== null && finding.result !== 'agrees').length
  // The upper bound of a two-sided interval at 1 - 2a is the one-sided one at 1 - a.
  const bound = size === frameSize ? errors / size : clopperPearson({ x: errors, n: size, level: 2 * LEVEL - 1 }).upper
  return {
    size,
    done,
    errors,
    errorRate: done === 0 ? null : { numerator: errors, denominator: done },
    atMost: done === size ? bound : null,
  }
}
