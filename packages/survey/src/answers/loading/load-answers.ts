import { databasePlace } from '@wayproof/database/installation/database-place'
import { BLANK } from '@wayproof/forms/questionnaire/coded-item'
import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import SQLite from 'better-sqlite3'
import pg from 'pg'
import { PairCounts } from '../../tallies/pair-counts.ts'
import type { AnswerValues } from '../answer.ts'
import { answerCode } from '../answer-code.ts'
import { ALL_ITEMS } from '../tally.ts'

/**
 * Fills a closed wave with generated answers, for benchmarks only: writes directly into a database that no process uses,
 * and without protection against a power cut. Each cell gets about its share of the invited people. The engine generates
 * the answers and computes the counters by grouping them, independently of the product's counting.
 */
export async function loadAnswers(databaseUrl: string, load: AnswerLoad): Promise<void> {
  const place = databasePlace(databaseUrl)
  if (place.engine === 'sqlite') loadAnswersOnSqlite(place.file, load)
  else await loadAnswersOnPostgresql(place.url, load)
}

function loadAnswersOnSqlite(file: string, load: AnswerLoad): void {
  const { period, questionnaire, answers, kinds } = load
  const connection = new SQLite(file)
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.pragma('synchronous = OFF')
    connection.pragma('cache_size = -200000')
    const wave = connection.prepare<[string], string>('SELECT id FROM wave WHERE period = ?').pluck().get(period)
    if (wave === undefined) throw new Error(`there is no wave of ${period}`)
    connection.exec('BEGIN')
    prepareKinds(connection, load)
    prepareSlots(connection, wave)
    connection
      .prepare(insertAnswers)
      .run({ wave, answers, step: Math.floor(2 ** 52 / answers), kinds: kinds.length, slots: SLOTS })
    connection.exec(groupAnswers)
    connection.prepare(insertTallies).run({ wave })
    const grouped = connection.prepare<[string], { values: string; count: number }>(countKinds).all(wave)
    const addPair = connection.prepare(
      'INSERT INTO cross_tally (wave_id, item, value, headline, count) VALUES (?, ?, ?, ?, ?)',
    )
    for (const { item, value, headline, count } of pairsOf(questionnaire, grouped))
      addPair.run(wave, item, value, headline, count)
    connection
      .prepare(
        `UPDATE wave SET answered_count = @answers, invited_count = @answers * 4, delivered_count = @answers * 4,
           frame_count = @answers * 4, registered_count = @answers * 5 WHERE id = @wave`,
      )
      .run({ wave, answers })
    connection.exec('COMMIT')
  } finally {
    connection.close()
  }
}

function prepareKinds(connection: SQLite.Database, load: AnswerLoad): void {
  connection.exec(`CREATE TEMP TABLE kind (n INTEGER PRIMARY KEY, "values" TEXT NOT NULL);
    CREATE TEMP TABLE judged ("values" TEXT PRIMARY KEY, completeness TEXT NOT NULL);
    CREATE TEMP TABLE coded (at INTEGER, character TEXT, item TEXT, value TEXT, PRIMARY KEY (at, character))`)
  const addKind = connection.prepare('INSERT INTO temp.kind VALUES (?, ?)')
  const addJudged = connection.prepare('INSERT INTO temp.judged VALUES (?, ?)')
  const addCode = connection.prepare('INSERT INTO temp.coded VALUES (?, ?, ?, ?)')
  const { stored, judged } = storedKinds(load)
  for (const [n, values] of stored.entries()) addKind.run(n, values)
  for (const { values, completeness } of judged) addJudged.run(values, completeness)
  for (const { at, character, item, value } of codedCharacters(load.questionnaire))
    addCode.run(at, character, item, value)
}

function prepareSlots(connection: SQLite.Database, wave: string): void {
  const cells = connection
    .prepare<[string], { id: string; invited: number }>(
      'SELECT id, invited_count AS invited FROM cell WHERE wave_id = ?',
    )
    .all(wave)
  connection.exec('CREATE TEMP TABLE slot (n INTEGER PRIMARY KEY, cell_id TEXT NOT NULL)')
  const add = connection.prepare('INSERT INTO temp.slot VALUES (?, ?)')
  for (const [n, cell] of slotsOf(cells).entries()) add.run(n, cell)
}

// Keys rise, so that rows are only appended; their second half is random. The subqueries refer to `i`, because SQLite
// would otherwise run each of them once for all rows.
const insertAnswers = `
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < @answers - 1)
INSERT INTO answer (wave_id, key, cell_id, "values")
SELECT @wave, CAST(unhex(printf('%016x', i * @step * 2048)) || randomblob(8) AS BLOB),
  (SELECT cell_id FROM temp.slot WHERE slot.n = abs(random() % @slots + i * 0)),
  (SELECT "values" FROM temp.kind WHERE kind.n = abs(random() % @kinds + i * 0))
FROM n`

const groupAnswers = `
CREATE TEMP TABLE grouped AS SELECT wave_id, cell_id, "values", count(*) AS count FROM answer GROUP BY 1, 2, 3`

const countKinds = 'SELECT "values", sum(count) AS count FROM temp.grouped WHERE wave_id = ? GROUP BY 1'

const insertTallies = `
INSERT INTO tally (wave_id, cell_id, item, value, count)
SELECT @wave, cell_id, item, value, sum(count) FROM temp.grouped JOIN temp.coded ON character = substr("values", at, 1)
WHERE wave_id = @wave GROUP BY cell_id, item, value
UNION ALL SELECT @wave, cell_id, '${ALL_ITEMS}', completeness, sum(count) FROM temp.grouped JOIN temp.judged USING ("values")
WHERE wave_id = @wave GROUP BY cell_id, completeness`

async function loadAnswersOnPostgresql(url: string, load: AnswerLoad): Promise<void> {
  const connection = new pg.Client({ connectionString: url })
  await connection.connect()
  try {
    await connection.query(BEGIN)
    const waves = await connection.query<{ id: string }>('SELECT id FROM wave WHERE period = $1', [load.period])
    const wave = waves.rows[0]?.id
    if (wave === undefined) throw new Error(`there is no wave of ${load.period}`)
    await addAnswers(connection, wave, load)
    await connection.query(GROUP_ANSWERS)
    await addCounters(connection, wave, load)
    await connection.query('COMMIT')
    // The server would otherwise vacuum the new rows during a measurement.
    await connection.query('VACUUM ANALYZE')
  } finally {
    await connection.end()
  }
}

async function addAnswers(connection: pg.Client, wave: string, load: AnswerLoad): Promise<void> {
  const { answers } = load
  const { rows: cells } = await connection.query<{ id: string; invited: number }>(
    'SELECT id, invited_count AS invited FROM cell WHERE wave_id = $1',
    [wave],
  )
  const step = Math.floor(2 ** 52 / answers)
  await connection.query(ADD_ANSWERS, [wave, answers, step, slotsOf(cells), storedKinds(load).stored])
}

async function addCounters(connection: pg.Client, wave: string, load: AnswerLoad): Promise<void> {
  const characters = codedCharacters(load.questionnaire)
  await connection.query(ADD_TALLIES, [
    wave,
    characters.map(({ at }) => at),
    characters.map(({ character }) => character),
    characters.map(({ item }) => item),
    characters.map(({ value }) => value),
  ])
  const { judged } = storedKinds(load)
  await connection.query(ADD_COMPLETENESS, [
    wave,
    judged.map(({ values }) => values),
    judged.map(({ completeness }) => completeness),
  ])
  const { rows: grouped } = await connection.query<{ values: string; count: number }>(COUNT_KINDS)
  const pairs = pairsOf(load.questionnaire, grouped)
  await connection.query(ADD_PAIRS, [
    wave,
    pairs.map(({ item }) => item),
    pairs.map(({ value }) => value),
    pairs.map(({ headline }) => headline),
    pairs.map(({ count }) => count),
  ])
  await connection.query(COUNT_WAVE, [wave, load.answers])
}

const BEGIN = `BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL work_mem = '256MB'`

// Keys rise, so that rows are only appended; their second half is random. Slot and kind are drawn in a subquery, because
// a join condition would draw them again for each pair of rows.
const ADD_ANSWERS = `INSERT INTO answer (wave_id, key, cell_id, "values")
SELECT $1, int8send(i * $3::bigint * 2048) || substr(uuid_send(gen_random_uuid()), 9), slot.cell_id, kind."values"
FROM (
    SELECT i, 1 + floor(random() * cardinality($4::text[])) AS slot, 1 + floor(random() * cardinality($5::text[])) AS kind
    FROM generate_series(0, $2::bigint - 1) AS n(i)
  ) AS drawn
  JOIN unnest($4) WITH ORDINALITY AS slot(cell_id, n) ON slot.n = drawn.slot
  JOIN unnest($5) WITH ORDINALITY AS kind("values", n) ON kind.n = drawn.kind`

const GROUP_ANSWERS = `CREATE TEMP TABLE grouped ON COMMIT DROP AS
SELECT cell_id, "values", count(*) AS count FROM answer GROUP BY 1, 2`

const ADD_TALLIES = `INSERT INTO tally (wave_id, cell_id, item, value, count)
SELECT $1, cell_id, item, value, sum(count) FROM grouped
  JOIN unnest($2::int[], $3::text[], $4::text[], $5::text[]) AS coded(at, character, item, value)
    ON character = substr("values", at, 1)
GROUP BY cell_id, item, value`

const ADD_COMPLETENESS = `INSERT INTO tally (wave_id, cell_id, item, value, count)
SELECT $1, cell_id, '${ALL_ITEMS}', completeness, sum(count) FROM grouped
  JOIN unnest($2::text[], $3::text[]) AS judged("values", completeness) USING ("values")
GROUP BY cell_id, completeness`

const COUNT_KINDS = 'SELECT "values", CAST(sum(count) AS double precision) AS count FROM grouped GROUP BY 1'

const ADD_PAIRS = `INSERT INTO cross_tally (wave_id, item, value, headline, count)
SELECT $1, * FROM unnest($2::text[], $3::int[], $4::int[], $5::int[])`

const COUNT_WAVE = `UPDATE wave SET answered_count = $2::int, invited_count = $2 * 4, delivered_count = $2 * 4,
  frame_count = $2 * 4, registered_count = $2 * 5 WHERE id = $1`

/** Answers to generate in a closed wave. */
interface AnswerLoad {
  readonly period: string
  readonly questionnaire: Questionnaire
  readonly answers: number
  /** The possible contents; each answer has one of them. */
  readonly kinds: readonly AnswerValues[]
}

/** Slots that are divided among the cells by the number of invited people. */
const SLOTS = 1_000

/** The cell of each slot: a random slot gives each cell about its share of the invited people. */
function slotsOf(cells: readonly { readonly id: string; readonly invited: number }[]): readonly string[] {
  const invited = cells.reduce((sum, cell) => sum + cell.invited, 0)
  let passed = 0
  let next = 0
  return cells.flatMap(({ id, invited: ofCell }) => {
    passed += ofCell
    const from = next
    next = Math.round((passed / invited) * SLOTS)
    return Array<string>(next - from).fill(id)
  })
}

/** The stored form of each kind of answer, and the completeness of each stored form. */
function storedKinds({ questionnaire, kinds }: AnswerLoad) {
  const code = answerCode(questionnaire)
  const stored = kinds.map((values) => code.encode(values))
  const judged = [...new Set(stored)].map((values) => ({ values, completeness: code.completeness(values) }))
  return { stored, judged }
}

/** The meaning of each character at each place of a stored answer; the first place is 1. */
const codedCharacters = (questionnaire: Questionnaire) =>
  answerCode(questionnaire).items.flatMap(({ item, values }, at) =>
    values.map((value, n) => ({ at: at + 1, character: String.fromCharCode(BLANK + 1 + n), item, value })),
  )

/** Counts the pairs of ratings in answers that are grouped by their stored form. */
function pairsOf(
  questionnaire: Questionnaire,
  grouped: readonly { readonly values: string; readonly count: number }[],
): readonly CrossCount[] {
  const pairs = new PairCounts(questionnaire, answerCode(questionnaire).items)
  for (const { values, count } of grouped) pairs.add(values, count)
  return pairs.entries()
}
