import { createHash } from 'node:crypto'
import type { PeriodKey } from '@wayproof/kernel'
import type { Evidence, WaveEvidence } from '@wayproof/scorecard'
import { registerTables } from '../evidence-tables.ts'
import type { ReadSql } from '../sqlite/sql.ts'

interface Digest {
  readonly rows: number
  readonly digest: string
}

/** Rows in memory at a time. */
const PAGE = 2_000

const TALLIES = { table: 'tally', key: ['wave_id', 'cell_id', 'item', 'value'], values: ['count'] }

/** What the figures of a half-year are counted from, as digests. Reads every register once. */
export function evidenceOf(read: ReadSql, period: PeriodKey): Evidence {
  const registers = Object.entries(registerTables).map(([register, table]) => ({
    register,
    ...digestOf(read, { ...table, where: 'true' }, {}),
  }))
  const files = read<{ register: string; rows: number; digest: string }>(
    `SELECT register, row_count AS rows, digest FROM import_file
     WHERE register IN (SELECT value FROM json_each(?)) ORDER BY imported_at, id`,
  ).all(JSON.stringify(Object.keys(registerTables)))
  const last = read<{ number: number; digest: string }>(
    'SELECT number, digest FROM deletion_proof ORDER BY number DESC LIMIT 1',
  ).get()
  const sampled = read<{ number: number; head: string }>(
    'SELECT seal_number AS number, head FROM audit_sample WHERE seal_number IS NOT NULL ORDER BY seal_number DESC LIMIT 1',
  ).get()
  return {
    registers,
    files,
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
  const { rows, digest } = digestOf(read, { ...TALLIES, where: 'wave_id = @waveId' }, { waveId: id })
  return { ...facts, counters: rows, digest }
}

interface Counted {
  readonly table: string
  readonly key: readonly string[]
  readonly values: readonly string[]
  readonly where: string
}

/** SHA-256 over the rows as JSON arrays, a line each, in the order of their keys. */
function digestOf(read: ReadSql, { table, key, values, where }: Counted, given: Record<string, unknown>): Digest {
  const names = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ')
  const from = key.map((_, i) => `@k${i}`).join(', ')
  const page = (rest: string) =>
    read<Record<string, string | number>>(`SELECT json_array(${names([...key, ...values])}) AS "_row", ${names(key)}
      FROM "${table}" WHERE ${where} ${rest} ORDER BY ${names(key)} LIMIT ${PAGE}`)
  const first = page('')
  const next = page(`AND (${names(key)}) > (${from})`)
  const hash = createHash('sha256')
  let rows = 0
  let found = first.all(given)
  while (found.length > 0) {
    for (const row of found) hash.update(`${row._row}\n`)
    rows += found.length
    const last = found.at(-1)
    if (found.length < PAGE || !last) break
    found = next.all({ ...given, ...Object.fromEntries(key.map((column, i) => [`k${i}`, last[column]])) })
  }
  return { rows, digest: hash.digest('hex') }
}
