import type SQLite from 'better-sqlite3'
import type { ExposedWave } from './exposed-wave.ts'
import { respondentCells, tiedByCell } from './tied-by-cell.ts'

/** The expected columns of an answer; any other could contain a value of a person's row, or a moment. */
export const KNOWN_COLUMNS: readonly string[] = [
  'key',
  'wave_id',
  'cell_id',
  'values',
  'comment',
  'language',
  'encrypted',
]
/** Tables about groups and waves, without rows about people. */
export const IMPERSONAL: readonly string[] = [
  'answer',
  'decrypted_answer',
  'comment',
  'coded_comment',
  'comment_code',
  'comment_rating',
  'tally',
  'cross_tally',
  'straight_lining',
  'answer_counter',
  'answer_day',
  'cell',
  'wave',
  'questionnaire',
]

interface Column {
  readonly table: string
  readonly name: string
}

/** Answers with a value that a row about a person also has: an id, a hash, a token. */
export function sharedValues(connection: SQLite.Database, { id }: ExposedWave): readonly string[] {
  const columns = columnsOf(connection)
  const own = columns.filter(({ table, name }) => table === 'answer' && !DESCRIPTIVE.includes(name))
  const others = columns.filter(({ table }) => !IMPERSONAL.includes(table))
  return own.flatMap(({ name }) =>
    others.flatMap((other) =>
      keysWhere(
        connection,
        id,
        `length("${name}") >= 8 AND "${name}" IN (SELECT "${other.name}" FROM "${other.table}")`,
      ),
    ),
  )
}

/** Answers with a moment: a number of milliseconds or seconds, or a date, between the opening and now. */
export function storedMoments(connection: SQLite.Database, wave: ExposedWave, now: number): readonly string[] {
  const day = 86_400_000
  const [from, to] = [wave.openedAt - day, now + day]
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10)
  const columns = columnsOf(connection).filter(({ table, name }) => table === 'answer' && !KNOWN_COLUMNS.includes(name))
  return columns.flatMap(({ name }) =>
    keysWhere(
      connection,
      wave.id,
      `(typeof("${name}") IN ('integer', 'real') AND ("${name}" BETWEEN ${from} AND ${to} OR "${name}" BETWEEN ${from / 1000} AND ${to / 1000}))
       OR (typeof("${name}") = 'text' AND substr("${name}", 1, 10) BETWEEN '${iso(from)}' AND '${iso(to)}')`,
    ),
  )
}

/** Returns all answers if the table stores the order of arrival: in row ids, or in keys that only rise. */
export function rowOrder(connection: SQLite.Database, { id, answers }: ExposedWave): readonly string[] {
  const table = connection
    .prepare<[], { wr: number }>(`SELECT wr FROM pragma_table_list WHERE name = 'answer' AND schema = 'main'`)
    .get()
  if (table?.wr === 1 && !alikeKeys(connection, id)) return []
  return [...answers.keys()]
}

/** Answers whose cell reveals their respondents: a single one, or several with equal answers. */
export function smallGroups(wave: ExposedWave): readonly string[] {
  const respondents = respondentCells(wave)
  // Without the flags, the respondents are certain only in a group in which every invited person answered.
  const certain = [...wave.cells].flatMap(([cell, { invited }]) => Array.from({ length: invited }, () => cell))
  return tiedByCell(wave, wave.answers.keys(), respondents.length > 0 ? respondents : certain)
}

/** Random keys differ early; with a counter or a clock in front, many begin alike. */
function alikeKeys(connection: SQLite.Database, waveId: string): boolean {
  const counts = connection
    .prepare<[string], { n: number; beginnings: number }>(
      'SELECT COUNT(*) AS n, COUNT(DISTINCT substr(key, 1, 5)) AS beginnings FROM answer WHERE wave_id = ?',
    )
    .get(waveId)
  return counts !== undefined && counts.n > 1 && counts.beginnings < 0.9 * counts.n
}

/** Columns of an answer that many answers have in common. */
export const DESCRIPTIVE: readonly string[] = ['wave_id', 'cell_id', 'values', 'comment', 'language', 'encrypted']

function columnsOf(connection: SQLite.Database): readonly Column[] {
  return connection
    .prepare<[], Column>(
      `SELECT t.name AS "table", c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid`,
    )
    .all()
}

function keysWhere(connection: SQLite.Database, waveId: string, condition: string): readonly string[] {
  return connection
    .prepare<[string], { key: Buffer }>(`SELECT key FROM answer WHERE wave_id = ? AND (${condition})`)
    .all(waveId)
    .map(({ key }) => key.toString('latin1'))
}
