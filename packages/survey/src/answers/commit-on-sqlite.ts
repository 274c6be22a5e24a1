import { DatabaseFault } from '@wayproof/database/database-fault'
import type { Sql } from '@wayproof/database/sqlite/sql'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { QuestionnaireVersion } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { LinkState } from '../links/invitation.ts'
import { answerableStatus } from '../trial/trial-columns.ts'
import type { CipherOf } from '../wave-keys/answer-cipher.ts'
import type { AnsweredRow, AnswerForm, AnswerKey, AnswerRows, InvitedRow, StoredValues } from './answer-rows.ts'
import { Counters } from './counters.ts'
import type { CommitBatch, Failures, Waiting } from './group-commit.ts'

/** Writes a batch in one synchronous function, then waits for the disk while further answers arrive. */
export function commitOnSqlite(database: SqliteDatabase, cipherOf: CipherOf): CommitBatch {
  const forms = new AnswerForms(cipherOf)
  return async (batch) => {
    const failures = await written(database, batch, forms)
    await database.sync()
    return failures
  }
}

/** Commits the answers that succeed: usually the whole batch; after a failure each is tried in its own savepoint. */
async function written(database: SqliteDatabase, batch: readonly Waiting[], forms: AnswerForms): Promise<Failures> {
  try {
    await database.writeBlocking('file', (sql) => writeAll(sql, new SqliteAnswerRows(sql, forms), batch))
    return new Map()
  } catch (error) {
    if (isOfAll(error)) throw error
    return database.writeBlocking('file', (sql) => writeEach(sql, new SqliteAnswerRows(sql, forms), batch))
  }
}

function writeAll(sql: Sql, rows: SqliteAnswerRows, batch: readonly Waiting[]): void {
  const counters = new Counters()
  for (const waiting of batch) {
    const change = waiting.write(rows)
    if (change) counters.add(change)
  }
  writeCounters(sql, counters)
}

function writeEach(sql: Sql, rows: SqliteAnswerRows, batch: readonly Waiting[]): Failures {
  const failures = new Map<Waiting, unknown>()
  for (const waiting of batch) {
    sql('SAVEPOINT one_answer').run()
    try {
      writeAll(sql, rows, [waiting])
      sql('RELEASE one_answer').run()
    } catch (error) {
      if (isOfAll(error)) throw error
      sql('ROLLBACK TO one_answer').run()
      sql('RELEASE one_answer').run()
      failures.set(waiting, error)
    }
  }
  return failures
}

/** A failing disk fails the whole batch; a missing key only the answers of its wave. */
const isOfAll = (error: unknown): boolean => error instanceof DatabaseFault && error.code !== 'wave-key-missing'

/** SQLite has one writer at a time, so one shard. */
const SHARD = 0

const COUNTER = `INSERT INTO answer_counter (wave_id, shard, day, answered, withdrawn) VALUES (?, ${SHARD}, ?, ?, ?)
  ON CONFLICT DO UPDATE SET answered = answered + excluded.answered, withdrawn = withdrawn + excluded.withdrawn`

function writeCounters(sql: Sql, { rows }: Counters): void {
  for (const { waveId, day, answered, withdrawn } of rows) sql(COUNTER).run(waveId, day, answered, withdrawn)
}

interface LinkRow {
  readonly wave_id: string
  readonly cell_id: string
  readonly generation: number | null
  readonly answered: number | null
  readonly begun: number
}

type WaveRow = QuestionnaireVersion & LinkState['wave'] & { readonly keyCheck: Uint8Array | null }

const LINK = `SELECT wave_id, cell_id, generation, answered,
    EXISTS (SELECT 1 FROM draft WHERE invitation_id = invitation.id) AS begun
  FROM invitation WHERE id = ?`

const WAVE = `SELECT ${answerableStatus('wave')} AS status, closes_at AS closesAt, questionnaire_id,
    questionnaire_version, key_check AS keyCheck FROM wave WHERE id = ?`

const UNDER = `SELECT a.wave_id FROM wave w CROSS JOIN answer a ON a.wave_id = w.id AND a.key = ? WHERE w.status <> 'unlinked'
  ORDER BY w.closes_at DESC LIMIT 1`

const ADD = `INSERT INTO answer (wave_id, key, cell_id, "values", comment, language, encrypted)
  VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`

const CHANGE = `UPDATE answer SET "values" = ?, comment = ?, language = ?, encrypted = ?
  WHERE wave_id = ? AND key = ?`

const PUT_DRAFT = `INSERT INTO draft (invitation_id, sealed) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET sealed = excluded.sealed`

/** Reads and writes each row at once, because a statement of SQLite takes microseconds. */
class SqliteAnswerRows implements AnswerRows {
  readonly #sql: Sql
  readonly #forms: AnswerForms
  /** Most batches are for one wave, which is read once. */
  readonly #waves = new Map<string, WaveRow>()
  readonly #formOfWave = new Map<string, AnswerForm>()

  constructor(sql: Sql, forms: AnswerForms) {
    this.#sql = sql
    this.#forms = forms
  }

  invitation(id: string): InvitedRow | null {
    const row = this.#sql<LinkRow>(LINK).get(id)
    if (!row) return null
    return {
      waveId: row.wave_id,
      cellId: row.cell_id,
      generation: row.generation,
      answered: row.answered === 1,
      mayHaveDraft: row.begun === 1,
      wave: this.#wave(row.wave_id),
    }
  }

  answerUnder(receiptHash: Uint8Array): AnsweredRow | null {
    const row = this.#sql<{ wave_id: string }>(UNDER).get(receiptHash)
    return row ? { waveId: row.wave_id, receiptHash, wave: this.#wave(row.wave_id) } : null
  }

  hasAnswer({ waveId, receiptHash }: AnswerKey): boolean {
    return this.#sql('SELECT 1 FROM answer WHERE wave_id = ? AND key = ?').get(waveId, receiptHash) !== undefined
  }

  formOf(waveId: string): AnswerForm {
    const form = this.#formOfWave.get(waveId) ?? this.#forms.of(this.#sql, { ...this.#wave(waveId), id: waveId })
    this.#formOfWave.set(waveId, form)
    return form
  }

  addAnswer({ waveId, receiptHash }: AnswerKey, cellId: string, stored: StoredValues): boolean {
    return this.#sql(ADD).run(waveId, receiptHash, cellId, ...columnsOf(stored)).changes === 1
  }

  changeAnswer({ waveId, receiptHash }: AnswerKey, stored: StoredValues): void {
    this.#sql(CHANGE).run(...columnsOf(stored), waveId, receiptHash)
  }

  deleteAnswer({ waveId, receiptHash }: AnswerKey): void {
    this.#sql('DELETE FROM answer WHERE wave_id = ? AND key = ?').run(waveId, receiptHash)
  }

  markAnswered(invitationId: string): void {
    const marked = this.#sql('UPDATE invitation SET answered = 1 WHERE id = ? AND answered = 0').run(invitationId)
    if (marked.changes !== 1) throw new Error('an invitation changed inside the transaction')
  }

  putDraft(invitationId: string, sealed: Uint8Array): void {
    this.#sql(PUT_DRAFT).run(invitationId, sealed)
  }

  deleteDraft(invitationId: string): void {
    this.#sql('DELETE FROM draft WHERE invitation_id = ?').run(invitationId)
  }

  #wave(id: string): WaveRow {
    const wave = this.#waves.get(id) ?? this.#sql<WaveRow>(WAVE).get(id)
    if (!wave) throw new Error('the wave of an invitation is missing')
    this.#waves.set(id, wave)
    return wave
  }
}

const columnsOf = ({ values, comment, language, encrypted }: StoredValues) =>
  [values, comment, language, encrypted] as const

/** How the answers of waves are stored. Published questionnaires never change, so each is read once. */
class AnswerForms {
  readonly #questionnaires = new Map<string, Questionnaire>()
  readonly #cipherOf: CipherOf

  constructor(cipherOf: CipherOf) {
    this.#cipherOf = cipherOf
  }

  of(sql: Sql, wave: WaveRow & { readonly id: string }): AnswerForm {
    return { questionnaire: this.#questionnaire(sql, wave), cipher: this.#cipherOf(wave) }
  }

  #questionnaire(sql: Sql, { questionnaire_id: id, questionnaire_version: version }: QuestionnaireVersion) {
    const cachedQuestionnaire = this.#questionnaires.get(`${id} ${version}`)
    if (cachedQuestionnaire) return cachedQuestionnaire
    const row = sql<{ definition: string }>('SELECT definition FROM questionnaire WHERE id = ? AND version = ?').get(
      id,
      version,
    )
    if (!row) throw new Error(`questionnaire ${id} ${version} of a wave is missing`)
    const questionnaire = JSON.parse(row.definition) as Questionnaire
    this.#questionnaires.set(`${id} ${version}`, questionnaire)
    return questionnaire
  }
}
