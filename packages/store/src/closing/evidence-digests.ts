import type { PeriodKey } from '@wayproof/kernel'
import type { Evidence, WaveEvidence } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import { registerTables } from '../registers/register-tables.ts'
import { pagesSoFar } from './pages-evidence.ts'
import { rowsDigest } from './rows-digest.ts'

const TALLIES = {
  from: '(SELECT * FROM tally WHERE wave_id = @waveId)',
  key: ['wave_id', 'cell_id', 'item', 'value'],
  values: ['count'],
}

/** What the figures of a half-year are counted from, as digests. Reads every register once. */
export function evidenceOf(read: ReadSql, period: PeriodKey): Evidence {
  const registers = Object.entries(registerTables).map(([register, { table, key, values }]) => ({
    register,
    ...rowsDigest(read, { from: `"${table}"`, key, values }),
  }))
  const files = read<Evidence['files'][number]>(
    `SELECT id, register, row_count AS rows, digest FROM import_file
     WHERE register IN (SELECT value FROM json_each(?)) ORDER BY imported_at, id`,
  ).all(JSON.stringify(Object.keys(registerTables)))
  const changed = read<{ number: number | null }>('SELECT max(number) AS number FROM register_change').get()
  const last = read<{ number: number; digest: string }>(
    'SELECT number, digest FROM deletion_proof ORDER BY number DESC LIMIT 1',
  ).get()
  const sampled = read<{ number: number; head: string }>(
    'SELECT seal_number AS number, head FROM audit_sample WHERE seal_number IS NOT NULL ORDER BY seal_number DESC LIMIT 1',
  ).get()
  return {
    registers,
    files,
    lastChange: changed?.number ?? 0,
    pages: pagesSoFar(read),
    wave: waveOf(read, period),
    deletions: last ?? { number: 0, digest: '' },
    samples: sampled ?? { number: 0, head: '' },
  }
}

interface WaveRow {
  readonly id: string
  readonly answered: number
  readonly questionnaire: string
  readonly ruleVersion: string
  readonly mergeMap: string
}

function waveOf(read: ReadSql, period: PeriodKey): WaveEvidence | null {
  const wave = read<WaveRow>(`SELECT id, answered_count AS answered, rule_version AS ruleVersion, merge_map AS mergeMap,
      questionnaire_id || ' ' || questionnaire_version AS questionnaire
    FROM wave WHERE period = ? AND status <> 'open'`).get(period)
  if (!wave) return null
  const { id, ...facts } = wave
  const { rows, digest } = rowsDigest(read, TALLIES, { waveId: id })
  return { ...facts, counters: rows, digest }
}
