import type { SampleStore } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { documentsOf } from './sample-documents.ts'
import { frameOfSample, type SampleRecord, sampleOf } from './sample-row.ts'

const INSERT = `INSERT INTO audit_sample (id, period, figure, side, seed, frame_digest, frame_size, frame, total, published,
    drawn_at, drawn_by_id, drawn_by)
  VALUES (@id, @period, @figure, @side, @seed, @frameDigest, @frameSize, @frame, @total, @published, @drawnAt, @byId, @byName)`

const INSERT_ROW = `INSERT INTO audit_sample_row (sample_id, number, key, label, places, salt)
  VALUES (@sample, @number, @key, @label, @places, @salt)`

const RECORD = `UPDATE audit_sample_row SET result = @result, note = @note, documents = @documents, recorded_at = @at,
    recorded_by_id = @byId, recorded_by = @byName, revision = revision + 1
  WHERE sample_id = @id AND number = @number AND revision = @seen AND key IS NOT NULL
    AND EXISTS (SELECT 1 FROM audit_sample WHERE id = @id AND seal_number IS NULL)`

const WRITTEN = 'SELECT coalesce(sum(revision), 0) AS n FROM audit_sample_row WHERE sample_id = ?'

const SEAL = `UPDATE audit_sample SET seal_number = @number, statement = @statement, head = @head, sealed_at = @at,
    sealed_by_id = @byId, sealed_by = @byName
  WHERE id = @id AND seal_number IS NULL
    AND @number = 1 + (SELECT coalesce(max(seal_number), 0) FROM audit_sample)`

const HEADS = `SELECT coalesce(max(seal_number), 0) AS number,
  coalesce((SELECT head FROM audit_sample ORDER BY seal_number DESC LIMIT 1), '') AS head,
  coalesce((SELECT head FROM seal ORDER BY number DESC LIMIT 1), '') AS chainHead
  FROM audit_sample`

/** Samples that auditors drew, with their worksheets. */
export function sampleStore(database: Database): SampleStore {
  const record = (id: string) => database.read<SampleRecord>('SELECT * FROM audit_sample WHERE id = ?').get(id)
  return {
    list: async (period) =>
      database.snapshot((read) =>
        read<SampleRecord>('SELECT * FROM audit_sample WHERE period = ? ORDER BY drawn_at DESC, id')
          .all(period)
          .map((row) => sampleOf(read, row)),
      ),
    find: async (id) =>
      database.snapshot((read) => {
        const row = read<SampleRecord>('SELECT * FROM audit_sample WHERE id = ?').get(id)
        return row ? sampleOf(read, row) : null
      }),
    frame: async (id) => {
      const row = record(id)
      return row ? frameOfSample(row) : null
    },
    add: ({ rows, drawnBy, total, published, ...sample }, { keys }) =>
      database.write((sql) => {
        const json = { frame: JSON.stringify(keys), total: JSON.stringify(total) }
        const shown = published === null ? null : JSON.stringify(published)
        sql(INSERT).run({ ...sample, ...json, published: shown, byId: drawnBy.id, byName: drawnBy.name })
        for (const { number, drawn } of rows)
          sql(INSERT_ROW).run({ sample: sample.id, number, ...drawn, places: JSON.stringify(drawn?.places ?? []) })
      }),
    record: (id, { number, seen, finding: { by, documents, ...finding } }) =>
      database.write((sql) => {
        const values = { id, number, seen, ...finding, byId: by.id, byName: by.name }
        return sql(RECORD).run({ ...values, documents: JSON.stringify(documents) }).changes === 1
      }),
    documents: async (places) => database.snapshot((read) => documentsOf(read, places)),
    heads: async () => {
      const heads = database.read<{ number: number; head: string; chainHead: string }>(HEADS).get()
      if (!heads) throw new Error('a count gave no row')
      return heads
    },
    seal: ({ id, rows }, { by, number, statement, head, at }) =>
      database.write((sql) => {
        // What was read is what is sealed: a result written meanwhile is not in the statement.
        const written = sql<{ n: number }>(WRITTEN).get(id)
        if (written?.n !== rows.reduce((sum, { revision }) => sum + revision, 0)) return false
        return sql(SEAL).run({ id, number, statement, head, at, byId: by.id, byName: by.name }).changes === 1
      }),
  }
}
