import type { Tokens } from '@wayproof/kernel'
import { answerCode, type SurveyStore, type WaveStatus } from '@wayproof/survey'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { publishedQuestionnaires } from '../questionnaires/published-questionnaires.ts'
import { writeCorrection, writeWithdrawal } from './change-answer.ts'
import { groupCommit } from './group-commit.ts'
import { KEPT_ANSWER, type KeptAnswerRow } from './kept-answer-row.ts'
import { KNOWN_RECEIPT, oneInvitation, writeAnswer } from './save-answer.ts'
import { writeDraft } from './save-draft.ts'

export type AnswerStore = Pick<
  SurveyStore,
  'invitation' | 'receiptKnown' | 'saveAnswer' | 'saveDraft' | 'answerUnder' | 'replaceAnswer' | 'withdrawAnswer'
>

interface InvitationRow {
  readonly id: string
  readonly generation: number | null
  readonly answered: number | null
  readonly wave_id: string
  readonly period: string
  readonly status: WaveStatus
  readonly closes_at: number
  readonly smallest_group: number
  readonly questionnaire_id: string
  readonly questionnaire_version: number
  readonly sealed: Uint8Array | null
}

const INVITATION = `${oneInvitation} SELECT i.id, i.generation, i.answered, w.id AS wave_id, w.period, w.status,
    w.closes_at, w.smallest_group, w.questionnaire_id, w.questionnaire_version, d.sealed
  FROM i JOIN wave w ON w.id = i.wave_id LEFT JOIN draft d ON d.invitation_id = i.id`

export function answerStore(database: SqliteDatabase, deps: { readonly tokens: Tokens }): AnswerStore {
  const questionnaireOf = publishedQuestionnaires(database)
  const commit = groupCommit(database, { tokens: deps.tokens, questionnaireOf })
  return {
    invitation: async (id) => {
      const row = database.read<InvitationRow>(INVITATION).get(id)
      if (!row) return null
      // A page that says that an answer was given relies on it.
      if (row.answered === 1) await database.sync()
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
        questionnaire: questionnaireOf(row),
        draft: row.sealed,
      }
    },
    receiptKnown: async (waveId, receiptHash) => {
      const known = database.read(KNOWN_RECEIPT).get(waveId, receiptHash) !== undefined
      // It may have been written a moment ago: known means durable too.
      if (known) await database.sync()
      return known
    },
    saveAnswer: (answer) => commit((shared) => writeAnswer(shared, answer)),
    saveDraft: (draft) => commit(({ sql }) => writeDraft(sql, draft)),
    answerUnder: async (receiptHash) => {
      const row = database.read<KeptAnswerRow>(KEPT_ANSWER).get(receiptHash)
      if (!row) return null
      const questionnaire = questionnaireOf(row)
      return {
        values: answerCode(questionnaire).decode(row.values),
        comment: row.comment,
        wave: { period: row.period, status: row.status, closesAt: row.closes_at },
        questionnaire,
      }
    },
    replaceAnswer: (correction) => commit((shared) => writeCorrection(shared, correction)),
    withdrawAnswer: (receiptHash, at) => commit((shared) => writeWithdrawal(shared, { receiptHash, at })),
  }
}
