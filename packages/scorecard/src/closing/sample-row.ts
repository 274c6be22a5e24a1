import type { AuditSampleRow, AuditSample as Row } from '@wayproof/database/generated/client'
import type { AuditSample, SampleRow } from '../sample/audit-sample.ts'
import type { SampleFrame } from '../sample/sample-draw.ts'
import type { SealedSample } from '../sample/sealed-sample.ts'

/** A record of Prisma Client, or a row of SQL with the same names, whose instants are numbers. */
type Read<T> = { readonly [K in keyof T]: T[K] | (Date extends T[K] ? number : never) }

export type SampleRecord = Omit<Read<Row>, 'frame'> & { readonly rows: readonly Read<AuditSampleRow>[] }

const rowOf = ({ number, revision, key, result, ...row }: Read<AuditSampleRow>): SampleRow => ({
  number,
  drawn:
    key === null ? null : { key, label: row.label ?? '', places: JSON.parse(row.places ?? '[]'), salt: row.salt ?? '' },
  finding:
    result === null
      ? null
      : {
          result: result as NonNullable<SampleRow['finding']>['result'],
          note: row.note ?? '',
          documents: JSON.parse(row.documents ?? '[]'),
          by: { id: row.recordedById ?? '', name: row.recordedBy ?? '' },
          at: Number(row.recordedAt),
        },
  revision,
})

const sealOf = ({ sealNumber: number, statement, head, ...row }: SampleRecord): SealedSample | null =>
  number === null
    ? null
    : {
        ...{ number, statement: statement ?? '', head: head ?? '' },
        at: Number(row.sealedAt),
        by: { id: row.sealedById ?? '', name: row.sealedBy ?? '' },
      }

export function sampleOf(record: SampleRecord): AuditSample {
  const { id, period, figure, side, seed, frameDigest, frameSize, total, published, drawnById, drawnBy } = record
  return {
    ...{ id, period, seed, frameDigest, frameSize },
    figure: figure as AuditSample['figure'],
    side: side as AuditSample['side'],
    total: JSON.parse(total),
    published: published === null ? null : JSON.parse(published),
    drawnAt: Number(record.drawnAt),
    drawnBy: { id: drawnById, name: drawnBy },
    rows: record.rows.map(rowOf),
    sealed: sealOf(record),
  }
}

export const frameOfSample = ({
  period,
  figure,
  side,
  frame,
}: Pick<Row, 'period' | 'figure' | 'side' | 'frame'>): SampleFrame | null =>
  frame === null
    ? null
    : {
        period,
        figure: figure as SampleFrame['figure'],
        side: side as SampleFrame['side'],
        keys: JSON.parse(frame),
      }
