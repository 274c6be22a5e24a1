import { randomUUID } from 'node:crypto'
import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { questionnaireStore } from '@wayproof/forms/questionnaires/questionnaire-store'
import { answerCode } from '../../answers/answer-code.ts'

const OPENED = '2026-07-01T01:00:00Z'

const WAVE = `INSERT INTO wave (id, period, status, mode, questionnaire_id, questionnaire_version, rule_version,
    minimum_for_status, smallest_group, registered_count, frame_count, invited_count, merge_map, opened_at, closes_at,
    sealed_closes_at, reminded_at, first_reminder_days, last_reminder_days, letter_limit, checklist)
  VALUES ($1, $1, 'open', 'census', $2, $3, '1', 30, 5, $4, $4, $4, '{}', '${OPENED}', '2026-08-01', '2026-08-01',
    '2026-07-12', 7, 14, 3, '{}')`

const CELLS = `INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
  SELECT $1 || cell, $1, 'group', 'app', 'region-' || cell, 'en', $2, 1 FROM generate_series(0, 3) AS cell`

const TRAVELERS = `INSERT INTO traveler (id, customer_number, email_sealed, email_key, locale, trip_type, channel, region,
    last_trip, adult, import_id)
  SELECT id, id, '', decode(md5(id), 'hex'), 'en', 'group', 'app', 'east', '2026-03', true, 'i' FROM unnest($1::text[]) AS id`

const INVITATIONS = `INSERT INTO invitation (id, wave_id, traveler_id, cell_id, generation, answered)
  SELECT gen_random_uuid()::text, $1, id, $1 || (place % 4), 0, false
  FROM unnest($2::text[]) WITH ORDINALITY AS person(id, place) ORDER BY place`

const LETTERS = `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, wave_id, state,
    not_before, created_at, sent_at)
  SELECT gen_random_uuid()::text, $1, 'traveler', traveler_id, 'en', '{}', $2 || id, wave_id, 'sent', $3, $3, $3
  FROM invitation WHERE wave_id = $4 AND ($1 = 'survey-invitation' OR NOT answered) ORDER BY traveler_id`

/** Numbers of answers that share a transaction, in the order of arrival: 300 answers in total. */
const BATCHES = [...Array(80).fill(1), 25, 40, ...Array(60).fill(1), 30, 15, ...Array(50).fill(1)]

const ANSWERED = (waveId: string, values: { readonly bad: string; readonly good: string }) => `DO $$
  DECLARE size INTEGER; arrived INTEGER := 0; one RECORD;
  BEGIN
    FOREACH size IN ARRAY ARRAY[${BATCHES}] LOOP
      FOR one IN SELECT id, cell_id FROM invitation WHERE wave_id = '${waveId}' AND NOT answered ORDER BY md5(id) LIMIT size LOOP
        INSERT INTO answer VALUES ('${waveId}', decode(md5('receipt' || one.id), 'hex'), one.cell_id,
          CASE WHEN arrived < 150 THEN '${values.bad}' ELSE '${values.good}' END, 'call 13812345678', 'en');
        UPDATE invitation SET answered = true WHERE id = one.id;
        DELETE FROM draft WHERE invitation_id = one.id;
        arrived := arrived + 1;
      END LOOP;
      UPDATE wave SET answered_count = answered_count + size WHERE id = '${waveId}';
      COMMIT;
    END LOOP;
  END $$`

const INVITED = 500

/**
 * An open wave of 500 people. 300 of them answered, alone or in batches of one transaction each: the first 150 gave low
 * ratings, the others high ones. The other 200 were reminded.
 */
export async function answeredWave(database: PostgresqlDatabase, waveId: string): Promise<void> {
  const { pool } = database
  await questionnaireStore(database).publishQuestionnaire(DEFAULT_QUESTIONNAIRE, 0)
  await pool.query(WAVE, [waveId, DEFAULT_QUESTIONNAIRE.id, DEFAULT_QUESTIONNAIRE.version, INVITED])
  await pool.query(CELLS, [waveId, INVITED / 4])
  const travelers = Array.from({ length: INVITED }, () => randomUUID()).toSorted()
  await pool.query(TRAVELERS, [travelers])
  await pool.query(INVITATIONS, [waveId, travelers])
  await pool.query(LETTERS, ['survey-invitation', 'invitation:', OPENED, waveId])
  await pool.query(
    `INSERT INTO draft SELECT id, '\\x00' FROM invitation WHERE wave_id = $1 ORDER BY random() LIMIT 50`,
    [waveId],
  )
  const code = answerCode(DEFAULT_QUESTIONNAIRE)
  await pool.query(ANSWERED(waveId, { bad: code.encode({ overall: '1' }), good: code.encode({ overall: '5' }) }))
  await pool.query(LETTERS, ['survey-reminder', 'reminder:', '2026-07-12', waveId])
}

/** Lets invitations of 10 people bounce, and 10 others complain about reminders. */
export async function bounce({ pool }: PostgresqlDatabase, waveId: string): Promise<void> {
  const returned = (
    kind: string,
    state: 'bounced' | 'complained',
  ) => `WITH picked AS (UPDATE letter SET state = '${state}', reason = '5.1.1' WHERE id IN
      (SELECT id FROM letter WHERE kind = '${kind}' AND wave_id = '${waveId}' AND NOT EXISTS (
         SELECT 1 FROM suppression JOIN traveler USING (email_key) WHERE traveler.id = letter.recipient_id)
       ORDER BY recipient_id LIMIT 10) RETURNING *),
    listed AS (INSERT INTO suppression SELECT email_key, '${state}', '2026-07-13' FROM picked
      JOIN traveler ON traveler.id = recipient_id)
    INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply)
      SELECT id, 1, 1, '2026-07-13', '${state}', '5.1.1' FROM picked`
  await pool.query(returned('survey-invitation', 'bounced'))
  await pool.query(returned('survey-reminder', 'complained'))
}

export async function closeAnswered({ pool }: PostgresqlDatabase, waveId: string): Promise<void> {
  await pool.query('DELETE FROM draft WHERE invitation_id IN (SELECT id FROM invitation WHERE wave_id = $1)', [waveId])
  await pool.query(`UPDATE wave SET status = 'closed', closed_at = '2026-08-01' WHERE id = $1`, [waveId])
}
