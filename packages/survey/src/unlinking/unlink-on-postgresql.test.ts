import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import { filledTemplate, openEmptyPostgresql, openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { systemTokens } from '@wayproof/kernel/system'
import { attackPostgresql } from '@wayproof/operations/anonymity/postgresql/attack-postgresql'
import { expect, test } from 'vitest'
import type { WaveAnonymity } from '../waves/anonymity.ts'
import { isAnonymous } from '../waves/anonymity.ts'
import { cutTies } from './cut-ties.ts'
import { rewritingOf } from './rewriting-of.ts'
import { answeredWave, bounce, closeAnswered } from './testing/answered-wave.ts'
import { deleteReminders, unlinkWave } from './unlink-wave.ts'

const AT = Date.parse('2026-08-01T02:00:00Z')
const now = Date.parse('2026-09-01T00:00:00Z')

const attacked = async (database: PostgresqlDatabase): Promise<WaveAnonymity> =>
  (await attackPostgresql(database, { now }))[0] as WaveAnonymity

const waveId = '2026-H1'

async function close(database: PostgresqlDatabase): Promise<void> {
  await answeredWave(database, waveId)
  await bounce(database, waveId)
  await closeAnswered(database, waveId)
}

/** Skips the search for the step of published figures, which takes seconds. */
async function unlink(database: PostgresqlDatabase): Promise<void> {
  await cutTies(database, waveId, AT, 'plain')
  await deleteReminders(database, waveId)
  await rewritingOf(database).wipe()
  await database.pool.query(`UPDATE wave SET status = 'unlinked'`)
}

// A copy of a database has the same rows at the same places, and takes a fraction of the time.
let closed: Promise<string> | undefined
let unlinked: Promise<string> | undefined

async function closedWave(): Promise<PostgresqlDatabase> {
  closed ??= filledTemplate(close)
  return openEmptyPostgresql(await closed)
}

async function unlinkedWave(): Promise<PostgresqlDatabase> {
  unlinked ??= filledTemplate(async (database) => {
    await close(database)
    await unlink(database)
  })
  return openEmptyPostgresql(await unlinked)
}

test('the transactions that stored the answers of an open wave tie all of them, alone or in batches', async () => {
  const database = await openTestPostgresql()
  await answeredWave(database, waveId)
  const found = await attacked(database)
  expect(found).toMatchObject({ status: 'open', answers: 300, tied: 300, respondentsKnown: 300, remindedKnown: 200 })
  expect(found.tiedBy).toMatchObject({
    'write-log': 300,
    'shared-values': 0,
    'stored-moments': 0,
    'earlier-copy': null,
  })
  expect(found.draftsKnown).toBeGreaterThan(0)
})

test('no answer of an unlinked wave is tied, and no respondent is known', async () => {
  const database = await closedWave()
  await unlinkWave(database, { tokens: systemTokens }, waveId, AT)
  const found = await attacked(database)
  expect(found).toMatchObject({ status: 'unlinked', answers: 300, tied: 0 })
  expect(found).toMatchObject({ respondentsKnown: 0, draftsKnown: 0, remindedKnown: 0 })
  expect(isAnonymous(found)).toBe(true)
  expect(await database.query.get('SELECT count(*) AS n FROM comment')).toEqual({ n: 300 })
})

test('the positions of answers and letters in their tables reveal no order', async () => {
  const database = await unlinkedWave()
  const changes = async (column: string, from: string) => {
    const { rows } = await database.pool.query<{ value: string }>(
      `SELECT ${column} AS value FROM ${from} ORDER BY ctid`,
    )
    return rows.filter(({ value }, n) => n > 0 && value !== rows[n - 1]?.value).length
  }
  // The first 150 gave low ratings, the others high ones.
  expect(await changes('"values"', 'answer')).toBeGreaterThan(100)
  const places = `(SELECT letter.ctid, (SELECT count(*) FROM letter l WHERE l.recipient_id < letter.recipient_id) AS place
    FROM letter WHERE state IN ('bounced', 'complained')) AS came_back`
  // The invitations that were returned belong to the first 10 travelers; in order there is 1 change, and in one of 90,000
  // random orders.
  expect(await changes('place < 10', places)).toBeGreaterThan(1)
  const kept = await database.pool.query(`SELECT DISTINCT xmin FROM suppression UNION SELECT xmin FROM answer UNION
    SELECT xmin FROM invitation UNION SELECT xmin FROM letter WHERE state IN ('bounced', 'complained') UNION SELECT xmin FROM comment`)
  expect(kept.rows).toHaveLength(1)
})

const breaches: readonly [keyof WaveAnonymity['tiedBy'], string][] = [
  [
    'row-order',
    `WITH gone AS (DELETE FROM invitation RETURNING *) INSERT INTO invitation SELECT * FROM gone ORDER BY traveler_id`,
  ],
  ['row-order', `UPDATE answer SET key = decode('0102030405060708', 'hex') || substr(key, 9)`],
  ['stored-moments', `ALTER TABLE answer ADD COLUMN at TIMESTAMP(3); UPDATE answer SET at = '2026-07-20'`],
  ['stored-moments', `ALTER TABLE answer ADD COLUMN day TEXT; UPDATE answer SET day = '2026-07-20'`],
  [
    'shared-values',
    'ALTER TABLE answer ADD COLUMN source TEXT; UPDATE answer SET source = (SELECT id FROM invitation LIMIT 1)',
  ],
  [
    'write-log',
    `DO $$ DECLARE one RECORD; BEGIN FOR one IN SELECT key, row_number() OVER () AS n FROM answer LOOP
      UPDATE answer SET key = key WHERE key = one.key;
      UPDATE invitation SET answered = NULL WHERE id = (SELECT id FROM invitation ORDER BY id OFFSET one.n LIMIT 1);
    END LOOP; END $$`,
  ],
]
test.each(breaches)('%s finds all after: %s', async (attack, breach) => {
  const database = await unlinkedWave()
  await database.pool.query(breach)
  const found = await attacked(database)
  expect(found.tiedBy[attack]).toBe(300)
  expect(isAnonymous(found)).toBe(false)
})

test('the attack finds deleted rows that were not wiped', async () => {
  const database = await closedWave()
  await cutTies(database, waveId, AT, 'plain')
  await database.pool.query(`UPDATE wave SET status = 'unlinked'`)
  const found = await attacked(database)
  expect(found.tiedBy['freed-bytes']).toBe(300)
  expect(found.respondentsKnown).toBe(300)
})

test('another wave keeps its rows, and a reader that began before the unlinking sees its snapshot', async () => {
  const database = await closedWave()
  const { pool, query: committed } = database
  await answeredWave(database, '2026-H2')
  const rowsOf = `SELECT 'a' AS kind, encode(key, 'hex') AS id, row_to_json(answer)::text AS row FROM answer WHERE wave_id = $1
    UNION ALL SELECT 'i', id, row_to_json(invitation)::text FROM invitation WHERE wave_id = $1
    UNION ALL SELECT 'l', id, row_to_json(letter)::text FROM letter WHERE wave_id = $1 ORDER BY 1, 2`
  const before = (await pool.query(rowsOf, ['2026-H2'])).rows
  const answers = 'SELECT key, comment FROM answer WHERE wave_id = @waveId ORDER BY key'
  let unlinking = Promise.resolve()
  await database.readSnapshot(async (query) => {
    await query.get('SELECT 1 FROM wave')
    const read = await committed.all(answers, { waveId })
    unlinking = cutTies(database, waveId, AT, 'plain').then(() => rewritingOf(database).wipe())
    const isCut = 'SELECT unlinked_at, pg_sleep(0.02) FROM wave WHERE id = @waveId'
    while ((await committed.get<{ unlinked_at: number | null }>(isCut, { waveId }))?.unlinked_at === null);
    // The reader also waits for the rewritten tables.
    expect(await query.all(answers, { waveId })).toEqual(read)
  })
  await unlinking
  expect((await pool.query(rowsOf, ['2026-H2'])).rows).toEqual(before)
  await pool.query(`UPDATE wave SET status = 'unlinked' WHERE id = $1`, [waveId])
  expect(await attackPostgresql(database, { now })).toMatchObject([
    { period: waveId, tied: 0, respondentsKnown: 0 },
    { period: '2026-H2', tied: 300, respondentsKnown: 300 },
  ])
})
