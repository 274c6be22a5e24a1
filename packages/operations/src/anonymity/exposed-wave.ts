import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'
import type { WaveStatus } from '@wayproof/survey/waves/wave'
import type SQLite from 'better-sqlite3'

/** The content of the tables about a wave for a reader without the key. */
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

/**
 * Yields the wave of `period`, or every wave of a database file in the order of periods. One at a time, because each
 * has all invited people in memory.
 */
export function* exposedWaves(connection: SQLite.Database, period?: PeriodKey): Generator<ExposedWave> {
  const waves = connection
    .prepare<[{ period: PeriodKey | null }], Pick<ExposedWave, 'id' | 'period' | 'status' | 'openedAt'>>(
      `SELECT id, period, status, opened_at AS openedAt FROM wave
       WHERE period = coalesce(@period, period) AND status <> '${TRIAL}' ORDER BY period`,
    )
    .all({ period: period ?? null })
  for (const wave of waves) yield { ...wave, ...rowsOf(connection, wave.id) }
}

function rowsOf(connection: SQLite.Database, waveId: string) {
  const read = <Row, V>(text: string, entry: (row: Row) => [string, V]): Map<string, V> => {
    const rows = new Map<string, V>()
    for (const row of connection.prepare<[string], Row>(text).iterate(waveId)) rows.set(...entry(row))
    return rows
  }
  const invitation = sharedInvitations()
  return {
    answers: read<{ key: Buffer } & ExposedAnswer, ExposedAnswer>(
      `SELECT key, cell_id AS cell, ${valuesIn(connection)} AS "values" FROM answer WHERE wave_id = ?`,
      ({ key, cell, values }) => [key.toString('latin1'), { cell, values }],
    ),
    invitations: read<{ id: string; cell: string | null; answered: number | null }, ExposedInvitation>(
      'SELECT id, cell_id AS cell, answered FROM invitation WHERE wave_id = ?',
      ({ id, cell, answered }) => [id, invitation(cell, answered === 1)],
    ),
    cells: read<{ id: string; invited: number }, { invited: number }>(
      'SELECT id, invited_count AS invited FROM cell WHERE wave_id = ?',
      ({ id, invited }) => [id, { invited }],
    ),
  }
}

/** A copy of an earlier version has no encrypted answers. No two encrypted ones are equal. */
const valuesIn = (connection: SQLite.Database) =>
  connection.prepare("SELECT 1 FROM pragma_table_info('answer') WHERE name = 'encrypted'").get()
    ? `CASE WHEN encrypted IS NULL THEN "values" ELSE hex(encrypted) END`
    : '"values"'

/** Equal invitations share one object, because there are many invitations and few differences. */
function sharedInvitations(): (cell: string | null, answered: boolean) => ExposedInvitation {
  const made = new Map<string, ExposedInvitation>()
  return (cell, answered) => {
    const key = `${answered} ${cell}`
    const invitation = made.get(key) ?? { cell, answered }
    made.set(key, invitation)
    return invitation
  }
}
