import pg from 'pg'
import { ALL_ITEMS } from '../tally.ts'
import { type AnswerLoad, codedCharacters, pairsOf, slotsOf, storedKinds } from './answer-load.ts'

export async function loadAnswersOnPostgresql(url: string, load: AnswerLoad): Promise<void> {
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
