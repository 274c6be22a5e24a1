import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Share } from '@wayproof/kernel/share'
import type { Auditor } from './auditor.ts'
import type { SampleResult } from './sample-result.ts'
import type { TracedFigure } from './traced-figure.ts'
import type { Side } from './traced-row.ts'

/** The drawing of a sample. */
export interface SampleDrawing {
  readonly period: PeriodKey
  readonly figure: TracedFigure
  readonly side: Side
  /** 128 random bits, hexadecimal. */
  readonly seed: string
  readonly frameDigest: string
  readonly frameSize: number
  /** Total of the figure's rows at the drawing. */
  readonly total: Share
  /** Published value at the drawing; null if none. */
  readonly published: Share | null
  readonly drawnAt: Instant
  readonly drawnBy: Auditor
}

/** The statement covered by the head of a sealed sample. */
export interface SampleStatement extends SampleDrawing {
  /** From 1, over all sealed samples. */
  readonly number: number
  readonly id: string
  /** SHA-256 of each row with its result, in order; a row deleted on schedule leaves its digest and result. */
  readonly rows: readonly { readonly digest: string; readonly result: SampleResult | null }[]
  /** Head of the chain of seals at that time; empty before the first. */
  readonly chainHead: string
  readonly sealedAt: Instant
  readonly sealedBy: Auditor
}

export interface SealedSample {
  readonly number: number
  /** Canonical JSON, as hashed. */
  readonly statement: string
  /** SHA-256 of the previous sealed sample's head and the statement. */
  readonly head: string
  readonly at: Instant
  readonly by: Auditor
}
