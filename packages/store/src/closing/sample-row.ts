import type { AuditSample, SampleFrame, SampleRow, SealedSample } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sql.ts'

export interface SampleRecord {
  readonly id: string
  readonly period: string
  readonly figure: AuditSample['figure']
  readonly side: AuditSample['side']
  readonly seed: string
  readonly frame_digest: string
  readonly frame_size: number
  readonly frame: string | null
  readonly total: string
  readonly published: string | null
  readonly drawn_at: number
  readonly drawn_by_id: string
  readonly drawn_by: string
  readonly seal_number: number | null
  readonly statement: string | null
  readonly head: string | null
  readonly sealed_at: number | null
  readonly sealed_by_id: string | null
  readonly sealed_by: string | null
}

interface RowRecord {
  readonly number: number
  readonly key: string | null
  readonly label: string | null
  readonly places: string | null
  readonly salt: string | null
  readonly result: NonNullable<SampleRow['finding']>['result'] | null
  readonly note: string | null
  readonly documents: string | null
  readonly recorded_at: number | null
  readonly recorded_by_id: string | null
  readonly recorded_by: string | null
  readonly revision: number
}

const rowOf = (row: RowRecord): SampleRow => ({
  number: row.number,
  drawn:
    row.key === null
      ? null
      : {
          key: row.key,
          label: row.label ?? '',
          places: JSON.parse(row.places ?? '[]'),
          salt: row.salt ?? '',
        },
  finding:
    row.result === null
      ? null
      : {
          result: row.result,
          note: row.note ?? '',
          documents: JSON.parse(row.documents ?? '[]'),
          by: { id: row.recorded_by_id ?? '', name: row.recorded_by ?? '' },
          at: row.recorded_at ?? 0,
        },
  revision: row.revision,
})

const sealOf = (row: SampleRecord): SealedSample | null =>
  row.seal_number === null
    ? null
    : {
        number: row.seal_number,
        statement: row.statement ?? '',
        head: row.head ?? '',
        at: row.sealed_at ?? 0,
        by: { id: row.sealed_by_id ?? '', name: row.sealed_by ?? '' },
      }

export const sampleOf = (read: ReadSql, row: SampleRecord): AuditSample => ({
  id: row.id,
  period: row.period,
  figure: row.figure,
  side: row.side,
  seed: row.seed,
  frameDigest: row.frame_digest,
  frameSize: row.frame_size,
  total: JSON.parse(row.total),
  published: row.published === null ? null : JSON.parse(row.published),
  drawnAt: row.drawn_at,
  drawnBy: { id: row.drawn_by_id, name: row.drawn_by },
  rows: read<RowRecord>('SELECT * FROM audit_sample_row WHERE sample_id = ? ORDER BY number').all(row.id).map(rowOf),
  sealed: sealOf(row),
})

export const frameOfSample = ({ period, figure, side, frame }: SampleRecord): SampleFrame | null =>
  frame === null ? null : { period, figure, side, keys: JSON.parse(frame) }
