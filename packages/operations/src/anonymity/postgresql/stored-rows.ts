import type { ReadQuery, SnapshotQuery } from '@wayproof/database/query/query'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'
import type { ExposedAnswer, ExposedInvitation, ExposedWave } from '../exposed-wave.ts'

/** The system columns of a row that PostgreSQL stores in every table. */
export interface StoredRow {
  /** The key of an answer, the id of an invitation. */
  readonly key: string
  /** The number of the transaction that stored the row (`xmin`). */
  readonly transaction: string
  /** Number of the statement in its transaction (`cmin`). */
  readonly command: number
}

/** A wave with its rows in their physical order (`ctid`). */
export interface StoredWave extends ExposedWave {
  readonly answerRows: readonly StoredRow[]
  readonly invitationRows: readonly StoredRow[]
}

type Head = Pick<ExposedWave, 'id' | 'period' | 'status' | 'openedAt'>

const WAVES = `SELECT id, period, status, opened_at AS openedAt FROM wave
  WHERE period = coalesce(CAST(@period AS TEXT), period) AND status <> '${TRIAL}' ORDER BY period`

const STORED = 'CAST(xmin AS text) AS transaction, CAST(CAST(cmin AS text) AS integer) AS command'

const ANSWERS = `SELECT key AS bytes, cell_id AS cell, coalesce(encode(encrypted, 'hex'), "values") AS "values", ${STORED}
  FROM answer WHERE wave_id = @id ORDER BY ctid`

const INVITATIONS = `SELECT id AS key, cell_id AS cell, answered, ${STORED} FROM invitation WHERE wave_id = @id ORDER BY ctid`

const CELLS = 'SELECT id, invited_count AS invited FROM cell WHERE wave_id = @id'

export const wavesOf = (query: ReadQuery, period: PeriodKey | undefined): Promise<Head[]> =>
  query.all<Head>(WAVES, { period: period ?? null })

/** The content of the tables about a wave for a reader without the key. */
export async function storedWave(query: SnapshotQuery, wave: Head): Promise<StoredWave> {
  const { id } = wave
  const answers = new Map<string, ExposedAnswer>()
  const answerRows: StoredRow[] = []
  type Answer = ExposedAnswer & Omit<StoredRow, 'key'> & { readonly bytes: Buffer }
  for await (const rows of query.batches<Answer>(ANSWERS, { id }))
    for (const { bytes, cell, values, transaction, command } of rows) {
      const key = bytes.toString('latin1')
      answers.set(key, { cell, values })
      answerRows.push({ key, transaction, command })
    }
  const invitations = new Map<string, ExposedInvitation>()
  const invitationRows: StoredRow[] = []
  type Invitation = StoredRow & { readonly cell: string | null; readonly answered: number | null }
  for await (const rows of query.batches<Invitation>(INVITATIONS, { id }))
    for (const { key, cell, answered, transaction, command } of rows) {
      invitations.set(key, { cell, answered: answered === 1 })
      // An invitation of an unlinked wave does not say whether it was answered.
      if (answered !== 0) invitationRows.push({ key, transaction, command })
    }
  const cells = await query.all<{ id: string; invited: number }>(CELLS, { id })
  return {
    ...wave,
    answers,
    answerRows,
    invitations,
    invitationRows,
    cells: new Map(cells.map(({ id: cell, invited }) => [cell, { invited }])),
  }
}
