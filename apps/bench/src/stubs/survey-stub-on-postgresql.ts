import { openBareConnection } from '@wayproof/database/postgresql/bare-connection'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { systemTokens } from '@wayproof/kernel/system'
import { packedSize } from '@wayproof/survey/answers/packed-answer'
import { benchSettings } from '../config.ts'
import { serveStub } from './stub-server.ts'

// The limit of a database on a server: bare inserts into the tables of the product, in a wave of the stub's own. Answers that
// arrive together are one transaction with a statement for each table, all of it one round trip on one connection.

const WAVE = 'stub'
const DAY = '2026-01-01'

/** A copy of the wave of the product, and of its invitations. */
const COPY_WAVE = `INSERT INTO wave SELECT (jsonb_populate_record(wave, '{"id": "${WAVE}", "period": "${WAVE}"}')).* FROM wave`
const COPY_INVITATIONS = `INSERT INTO invitation (id, wave_id, traveler_id, cell_id, generation, answered)
  SELECT id || '-${WAVE}', '${WAVE}', traveler_id, cell_id, generation, answered FROM invitation
  RETURNING id, cell_id`

const ADD = `INSERT INTO answer (wave_id, key, cell_id, "values", encrypted)
  SELECT '${WAVE}', uuid_send(gen_random_uuid()), cell, '', encrypted FROM unnest($1::text[], $2::bytea[]) AS t(cell, encrypted)`
const MARK = 'UPDATE invitation SET answered = true WHERE id = ANY($1::text[]) AND NOT answered'
const COUNT_DAY = `INSERT INTO answer_day (wave_id, day, count) VALUES ('${WAVE}', '${DAY}', $1)
  ON CONFLICT (wave_id, day) DO UPDATE SET count = answer_day.count + excluded.count`
const COUNT_WAVE = `UPDATE wave SET answered_count = answered_count + $1 WHERE id = '${WAVE}'`

const TAG_BYTES = 16
/** The size of an encrypted answer of the product. Random bytes cannot be compressed either. */
const ENCRYPTED_BYTES = NONCE_BYTES + packedSize(DEFAULT_QUESTIONNAIRE) + TAG_BYTES

const connection = await openBareConnection(benchSettings.STUB_DATABASE)
await connection.query(COPY_WAVE)
const { rows: invitations } = await connection.query<{ id: string; cell_id: string }>(COPY_INVITATIONS)
let used = 0

const prepared = (name: string, text: string, values: unknown[]) => connection.query({ name, text, values })

serveStub(async (bodies) => {
  const answered = invitations.slice(used, used + bodies.length)
  if (answered.length < bodies.length) throw new Error('there are no invitations left')
  used += answered.length
  const [, added, marked] = await Promise.all([
    prepared('begin', 'BEGIN', []),
    prepared('add', ADD, [
      answered.map(({ cell_id }) => cell_id),
      answered.map(() => systemTokens.bytes(ENCRYPTED_BYTES)),
    ]),
    prepared('mark', MARK, [answered.map(({ id }) => id)]),
    prepared('count-day', COUNT_DAY, [answered.length]),
    prepared('count-wave', COUNT_WAVE, [answered.length]),
    prepared('commit', 'COMMIT', []),
  ])
  if (added.rowCount !== answered.length || marked.rowCount !== answered.length) throw new Error('answers were lost')
})
process.once('SIGTERM', () => void connection.end().then(() => process.exit(0)))
