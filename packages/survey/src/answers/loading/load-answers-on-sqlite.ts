import SQLite from 'better-sqlite3'
import { ALL_ITEMS } from '../tally.ts'
import { type AnswerLoad, codedCharacters, pairsOf, SLOTS, slotsOf, storedKinds } from './answer-load.ts'

export function loadAnswersOnSqlite(file: string, load: AnswerLoad): void {
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
