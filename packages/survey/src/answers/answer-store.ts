import type { StoreDatabase } from '@wayproof/database/store-database'
import { publishedQuestionnaires } from '@wayproof/forms/questionnaires/published/published-questionnaires'
import type { QuestionnaireVersion } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { SurveyStore } from '../ports.ts'
import { answerableStatus, askedPeriod } from '../trial/trial-columns.ts'
import { answerCiphers, type CipherDeps } from '../wave-keys/answer-cipher.ts'
import type { WaveStatus } from '../waves/wave.ts'
import { answerCode } from './answer-code.ts'
import { writeCorrection, writeWithdrawal } from './change-answer.ts'
import { type CommitDeps, commitOnPostgresql } from './commit-on-postgresql.ts'
import { commitOnSqlite } from './commit-on-sqlite.ts'
import { shardOf } from './counters.ts'
import { type CommitBatch, groupCommit } from './group-commit.ts'
import type { AnswerText } from './packed-answer.ts'
import { readTogether } from './read-together.ts'
import { writeAnswer } from './save-answer.ts'
import { writeDraft } from './save-draft-rows.ts'

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
