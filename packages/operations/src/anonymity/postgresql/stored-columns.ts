import type { ReadQuery } from '@wayproof/database/query/query'
import { DESCRIPTIVE, IMPERSONAL, KNOWN_COLUMNS } from '../table-attacks.ts'
import type { StoredWave } from './stored-rows.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

const COLUMNS = `SELECT table_name AS "table", column_name AS name, data_type AS type FROM information_schema.columns
  WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`

/** A table of the values of columns, as text. */
const valuesOf = (row: string, columns: readonly Column[]) =>
  `LATERAL (VALUES ${columns.map(({ name }) => `(CAST(${row}."${name}" AS text))`).join(', ')})`

/** Answers with a value that a row about a person also has: an id, a hash, a token. */
export async function sharedColumns(query: ReadQuery, { id }: StoredWave): Promise<readonly string[]> {
  const columns = await query.all<Column>(COLUMNS)
  const own = columns.filter(({ table, name }) => table === 'answer' && !DESCRIPTIVE.includes(name))
  const tables = new Set(columns.flatMap(({ table }) => (IMPERSONAL.includes(table) ? [] : [table])))
  const tied: string[] = []
  for (const table of tables) {
    const theirs = valuesOf(
      'person',
      columns.filter((column) => column.table === table),
    )
    const answerRows = await query.all<{ key: Buffer }>(
      `SELECT DISTINCT answer.key FROM "${table}" person, ${theirs} AS their(value), answer, ${valuesOf('answer', own)} AS own(value)
       WHERE answer.wave_id = @id AND length(own.value) >= 8 AND own.value = their.value`,
      { id },
    )
    tied.push(...answerRows.map(({ key }) => key.toString('latin1')))
  }
  return tied
}

const DAY_MS = 86_400_000

/** Answers with a moment between the opening and now: in a column, or as the time of their transaction. */
export async function momentsStored(query: ReadQuery, wave: StoredWave, now: number): Promise<readonly string[]> {
  const columns = await query.all<Column>(COLUMNS)
  const [from, to] = [wave.openedAt - DAY_MS, now + DAY_MS]
  const tied: string[] = []
  for (const { table, name, type } of columns) {
    if (table !== 'answer' || KNOWN_COLUMNS.includes(name)) continue
    const condition = isMoment(name, type, from, to)
    if (condition) tied.push(...(await keysWhere(query, wave.id, condition)))
  }
  const commits = new Set(wave.answerRows.map(({ transaction }) => transaction))
  if (commits.size > 1 && (await keepsCommitTimes(query))) tied.push(...wave.answers.keys())
  return tied
}

function isMoment(name: string, type: string, from: number, to: number): string | null {
  const iso = (at: number) => new Date(at).toISOString()
  if (/^(timestamp|date)/.test(type)) return `CAST("${name}" AS timestamp) BETWEEN '${iso(from)}' AND '${iso(to)}'`
  if (/^(bigint|integer|numeric|double)/.test(type))
    return `"${name}" BETWEEN ${from} AND ${to} OR "${name}" BETWEEN ${from / 1000} AND ${to / 1000}`
  if (type === 'text') return `left("${name}", 10) BETWEEN '${iso(from).slice(0, 10)}' AND '${iso(to).slice(0, 10)}'`
  return null
}

const keepsCommitTimes = async (query: ReadQuery): Promise<boolean> =>
  (await query.get<{ setting: string }>(`SELECT current_setting('track_commit_timestamp') AS setting`))?.setting ===
  'on'

const keysWhere = async (query: ReadQuery, waveId: string, condition: string): Promise<readonly string[]> =>
  (
    await query.all<{ key: Buffer }>(`SELECT key FROM answer WHERE wave_id = @waveId AND (${condition})`, { waveId })
  ).map(({ key }) => key.toString('latin1'))
