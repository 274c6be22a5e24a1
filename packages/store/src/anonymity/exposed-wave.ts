import type { PeriodKey } from '@wayproof/kernel'
import type { WaveStatus } from '@wayproof/survey'
import type SQLite from 'better-sqlite3'

/** What the tables tell about a wave, to somebody who reads them without the key. */
export interface ExposedWave {
  readonly id: string
  readonly period: string
  readonly status: WaveStatus
  readonly openedAt: number
  /** By key, as latin1 text. */
  readonly answers: ReadonlyMap<string, ExposedAnswer>
  readonly invitations: ReadonlyMap<string, ExposedInvitation>
  readonly cells: ReadonlyMap<string, { readonly invited: number }>
}

export interface ExposedAnswer {
  readonly cell: string
  readonly values: string
}

export interface ExposedInvitation {
  readonly cell: string | null
  readonly answered: boolean
}

/** The wave of `period`, or every wave of a database file, in the order of their periods. */
export function exposedWaves(connection: SQLite.Database, period?: PeriodKey): readonly ExposedWave[] {
  const waves = connection
    .prepare<[{ period: PeriodKey | null }], Pick<ExposedWave, 'id' | 'period' | 'status' | 'openedAt'>>(
      'SELECT id, period, status, opened_at AS openedAt FROM wave WHERE period = coalesce(@period, period) ORDER BY period',
    )
    .all({ period: period ?? null })
  return waves.map((wave) => ({ ...wave, ...rowsOf(connection, wave.id) }))
}

function rowsOf(connection: SQLite.Database, waveId: string) {
  const answers = connection.prepare<[string], { key: Buffer; cell: string; values: string }>(
    'SELECT key, cell_id AS cell, "values" FROM answer WHERE wave_id = ?',
  )
  const invitations = connection.prepare<[string], { id: string; cell: string | null; answered: number | null }>(
    'SELECT id, cell_id AS cell, answered FROM invitation WHERE wave_id = ?',
  )
  const cells = connection.prepare<[string], { id: string; invited: number }>(
    'SELECT id, invited_count AS invited FROM cell WHERE wave_id = ?',
  )
  const read = <T, V>(rows: Iterable<T>, entry: (row: T) => [string, V]) => new Map([...rows].map(entry))
  return {
    answers: read(answers.iterate(waveId), ({ key, cell, values }) => [key.toString('latin1'), { cell, values }]),
    invitations: read(invitations.iterate(waveId), ({ id, cell, answered }) => [
      id,
      { cell, answered: answered === 1 },
    ]),
    cells: read(cells.iterate(waveId), ({ id, invited }) => [id, { invited }]),
  }
}
