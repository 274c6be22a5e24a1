import type { StoreDatabase } from '@wayproof/database/store-database'
import { publishedQuestionnaires } from '@wayproof/forms/questionnaires/published/published-questionnaires'
import type { QuestionnaireVersion } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import { fail, ok } from '@wayproof/kernel/outcome'
import { type LinkFault, linkFault } from '../links/invitation.ts'
import type { SurveyStore } from '../ports.ts'
import { answerableStatus, askedPeriod } from '../trial/trial-columns.ts'
import { answerCiphers, type CipherDeps } from '../wave-keys/answer-cipher.ts'
import type { WaveStatus } from '../waves/wave.ts'
import { answerCode } from './answer-code.ts'
import type { AnswerForm, AnswerRows, StoredValues } from './answer-rows.ts'
import { type CommitDeps, commitOnPostgresql } from './commit-on-postgresql.ts'
import { commitOnSqlite } from './commit-on-sqlite.ts'
import { shardOf } from './counters.ts'
import { type CommitBatch, groupCommit, type Written } from './group-commit.ts'
import type { AnswerText } from './packed-answer.ts'
import type { Correction, NewAnswer, NewDraft, SaveFault } from './ports.ts'
import { type ReceiptFault, whileOpen } from './stored-answer.ts'

export type AnswerStore = Pick<
  SurveyStore,
  'invitation' | 'receiptKnown' | 'saveAnswer' | 'saveDraft' | 'answerUnder' | 'replaceAnswer' | 'withdrawAnswer'
>

interface WaveColumns extends QuestionnaireVersion {
  readonly wave_id: string
  readonly period: string
  readonly status: WaveStatus
  readonly closes_at: number
  readonly key_check: Uint8Array | null
}

interface InvitationRow extends WaveColumns {
  readonly id: string
  readonly generation: number | null
  readonly answered: number | null
  readonly smallest_group: number
  readonly sealed: Uint8Array | null
}

interface AnswerRow extends WaveColumns, AnswerText {
  readonly encrypted: Uint8Array | null
}

const invitations = (condition: string) => `WITH i AS (SELECT * FROM invitation WHERE ${condition})
  SELECT i.id, i.generation, i.answered, w.id AS wave_id, ${askedPeriod('w')} AS period,
    ${answerableStatus('w')} AS status, w.closes_at, w.smallest_group, w.questionnaire_id, w.questionnaire_version,
    w.key_check, d.sealed
  FROM i JOIN wave w ON w.id = i.wave_id LEFT JOIN draft d ON d.invitation_id = i.id`

// The invitation is read before the join, because SQLite plans a statement again at each run if a parameter is part of
// a join, which takes ten times as long as the statement.
const INVITATION = invitations('id = @id LIMIT 1')
const INVITATIONS = invitations('id = ANY(@ids)')

const RECEIPT = 'SELECT 1 AS known FROM answer WHERE wave_id = @waveId AND key = @receiptHash'

/** A code belongs to one form, but a forged form may send it to two waves: then the wave that closes last is used. */
const ANSWER = `SELECT a."values", a.comment, a.language, a.encrypted, w.id AS wave_id,
    ${askedPeriod('w')} AS period, ${answerableStatus('w')} AS status, w.closes_at, w.questionnaire_id,
    w.questionnaire_version, w.key_check
  FROM wave w JOIN answer a ON a.wave_id = w.id AND a.key = @receiptHash WHERE w.status <> 'unlinked'
  ORDER BY w.closes_at DESC LIMIT 1`

export function answerStore(database: StoreDatabase, deps: CipherDeps): AnswerStore {
  const { query } = database
  const cipherOf = answerCiphers(deps)
  const questionnaireOf = publishedQuestionnaires()
  const invitationRow =
    database.engine === 'sqlite'
      ? (id: string) => query.get<InvitationRow>(INVITATION, { id })
      : readTogether((ids) => query.all<InvitationRow>(INVITATIONS, { ids }))
  const commit = groupCommit(
    commitOn(database, { questionnaireOf, cipherOf, shard: shardOf(deps.tokens) }),
    deps.tokens,
  )
  return {
    invitation: async (id) => {
      const row = await invitationRow(id)
      if (!row) return null
      // The page says that an answer was given, so the answer must be on disk.
      if (row.answered === 1) await database.sync()
      // Without its key nobody begins an answer to a wave, because it could not be saved.
      const cipher = row.status === 'open' ? cipherOf(waveOf(row)) : null
      return {
        id: row.id,
        generation: row.generation,
        answered: row.answered === null ? null : row.answered === 1,
        wave: {
          id: row.wave_id,
          period: row.period,
          status: row.status,
          closesAt: row.closes_at,
          smallestGroup: row.smallest_group,
        },
        questionnaire: await questionnaireOf(query, row),
        draft: row.sealed && cipher ? cipher.decryptDraft(row.sealed) : row.sealed,
      }
    },
    receiptKnown: async (waveId, receiptHash) => {
      const isKnown = (await query.get(RECEIPT, { waveId, receiptHash })) !== undefined
      // The answer may have just been written, and must be on disk before it is confirmed.
      if (isKnown) await database.sync()
      return isKnown
    },
    saveAnswer: (answer) => commit(answer, (rows) => writeAnswer(rows, answer)),
    saveDraft: (draft) => commit(draft, (rows) => writeDraft(rows, draft)),
    answerUnder: async (receiptHash) => {
      const row = await query.get<AnswerRow>(ANSWER, { receiptHash })
      if (!row) return null
      const questionnaire = await questionnaireOf(query, row)
      const text = row.encrypted ? cipherOf(waveOf(row))?.decryptAnswer(row.encrypted) : row
      if (!text) throw new Error('an answer is encrypted, and its wave is not')
      return {
        values: answerCode(questionnaire).decode(text.values),
        comment: text.comment,
        wave: { period: row.period, status: row.status, closesAt: row.closes_at },
        questionnaire,
      }
    },
    replaceAnswer: (correction) => commit(correction, (rows) => writeCorrection(rows, correction)),
    withdrawAnswer: (receiptHash, at) => commit({ receiptHash }, (rows) => writeWithdrawal(rows, { receiptHash, at })),
  }
}

const waveOf = ({ wave_id: id, key_check: keyCheck }: WaveColumns) => ({ id, keyCheck })

const commitOn = (database: StoreDatabase, deps: CommitDeps): CommitBatch =>
  database.engine === 'sqlite' ? commitOnSqlite(database, deps.cipherOf) : commitOnPostgresql(database, deps)

/**
 * Checks the link again inside the transaction: a draft cannot be saved after the answer, after the close or on a
 * revoked link.
 */
function writeDraft(rows: AnswerRows, { invitationId, generation, sealed, at }: NewDraft): Written<null, LinkFault> {
  const invitation = rows.invitation(invitationId)
  const fault = linkFault(invitation, generation, at)
  if (fault || !invitation) return { outcome: { ok: false, fault: fault ?? { code: 'link-unknown' } }, counted: null }
  const { cipher } = rows.formOf(invitation.waveId)
  if (sealed === null) rows.deleteDraft(invitationId)
  else rows.putDraft(invitationId, cipher?.encryptDraft(sealed) ?? sealed)
  return { outcome: ok(null), counted: null }
}

/** Checks receipt and wave again inside the transaction, and replaces the answer. Its counters do not change. */
function writeCorrection(rows: AnswerRows, correction: Correction): Written<null, ReceiptFault> {
  const answerRow = whileOpen(rows.answerUnder(correction.receiptHash), correction.at)
  if (!answerRow.ok) return { outcome: answerRow, counted: null }
  rows.changeAnswer(answerRow.value, storedValues(rows.formOf(answerRow.value.waveId), correction))
  return { outcome: ok(null), counted: null }
}

/** Checks receipt and wave again inside the transaction, and deletes the answer. */
function writeWithdrawal(
  rows: AnswerRows,
  { receiptHash, at }: { readonly receiptHash: Uint8Array; readonly at: number },
): Written<null, ReceiptFault> {
  const answerRow = whileOpen(rows.answerUnder(receiptHash), at)
  if (!answerRow.ok) return { outcome: answerRow, counted: null }
  rows.deleteAnswer(answerRow.value)
  return { outcome: ok(null), counted: { waveId: answerRow.value.waveId, answered: -1, day: null } }
}

/** Checks the link again inside the transaction, marks it as answered and stores the answer without its link. */
function writeAnswer(rows: AnswerRows, answer: NewAnswer): Written<null, SaveFault> {
  const { invitationId, receiptHash } = answer
  const link = rows.invitation(invitationId)
  if (!link) return { outcome: fail('link-unknown'), counted: null }
  const { waveId } = link
  const fault = linkFault(link, answer.generation, answer.at)
  if (fault) {
    const isRepeated = fault.code === 'link-used' && rows.hasAnswer({ waveId, receiptHash })
    return { outcome: isRepeated ? ok(null) : { ok: false, fault }, counted: null }
  }
  const stored = storedValues(rows.formOf(waveId), answer)
  // Two answers under one receipt would be indistinguishable.
  if (!rows.addAnswer({ waveId, receiptHash }, link.cellId, stored))
    return { outcome: fail('receipt-invalid'), counted: null }
  rows.markAnswered(invitationId)
  if (link.mayHaveDraft) rows.deleteDraft(invitationId)
  return { outcome: ok(null), counted: { waveId, answered: 1, day: answer.day } }
}

/** The stored form of an answer: it has a language only with a comment. */
function storedValues(
  { questionnaire, cipher }: AnswerForm,
  { values, comment, language }: Pick<Correction, 'values' | 'comment' | 'language'>,
): StoredValues {
  const text = {
    values: answerCode(questionnaire).encode(values),
    comment,
    language: comment === null ? null : language,
  }
  return cipher ? { ...BLANK, encrypted: cipher.encryptAnswer(text, questionnaire) } : { ...text, encrypted: null }
}

const BLANK = { values: '', comment: null, language: null }

interface Asked<Row> {
  readonly id: string
  readonly resolve: (row: Row | null) => void
  readonly reject: (error: unknown) => void
}

/** Most rows of one statement. */
const MOST_ROWS = 200

/**
 * Finds rows by id. Concurrent calls, also those made while earlier ones are being read, share one statement, because a
 * round trip to a server takes longer than reading a row.
 */
function readTogether<Row extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): (id: string) => Promise<Row | null> {
  const queue: Asked<Row>[] = []
  let isRunning = false

  const readAll = async () => {
    isRunning = true
    while (queue.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      const batch = queue.splice(0, MOST_ROWS)
      try {
        const rows = await read([...new Set(batch.map(({ id }) => id))])
        const rowsById = new Map(rows.map((row) => [row.id, row]))
        for (const { id, resolve } of batch) resolve(rowsById.get(id) ?? null)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isRunning = false
  }

  return (id) =>
    new Promise((resolve, reject) => {
      queue.push({ id, resolve, reject })
      if (!isRunning) void readAll()
    })
}
