import { nearestLocale, type Tokens } from '@wayproof/kernel'
import type { Questionnaire, SurveyStore, WaveStatus } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import { groupCommit } from './group-commit.ts'
import { KNOWN_RECEIPT } from './save-answer.ts'

export type AnswerStore = Pick<SurveyStore, 'invitation' | 'receiptKnown' | 'saveAnswer'>

interface InvitationRow {
  readonly id: string
  readonly generation: number | null
  readonly answered: number | null
  readonly locale: string
  readonly wave_id: string
  readonly period: string
  readonly status: WaveStatus
  readonly closes_at: number
  readonly questionnaire_id: string
  readonly questionnaire_version: number
}

export function answerStore(database: Database, deps: { readonly tokens: Tokens }): AnswerStore {
  const questionnaires = new Map<string, Questionnaire>()
  /** A published version never changes, so it is read once. */
  const questionnaireOf = ({ questionnaire_id: id, questionnaire_version: version }: InvitationRow): Questionnaire => {
    const known = questionnaires.get(`${id} ${version}`)
    if (known) return known
    const row = database
      .read<{ definition: string }>('SELECT definition FROM questionnaire WHERE id = ? AND version = ?')
      .get(id, version)
    if (!row) throw new Error(`questionnaire ${id} ${version} of a wave is missing`)
    const questionnaire = JSON.parse(row.definition) as Questionnaire
    questionnaires.set(`${id} ${version}`, questionnaire)
    return questionnaire
  }
  return {
    invitation: async (id) => {
      const row = database
        .read<InvitationRow>(
          `SELECT i.id, i.generation, i.answered, COALESCE(t.locale, 'zh-CN') AS locale, w.id AS wave_id, w.period,
             w.status, w.closes_at, w.questionnaire_id, w.questionnaire_version
           FROM invitation i JOIN wave w ON w.id = i.wave_id LEFT JOIN traveler t ON t.id = i.traveler_id WHERE i.id = ?`,
        )
        .get(id)
      if (!row) return null
      return {
        id: row.id,
        generation: row.generation,
        answered: row.answered === null ? null : row.answered === 1,
        locale: nearestLocale(row.locale),
        wave: { id: row.wave_id, period: row.period, status: row.status, closesAt: row.closes_at },
        questionnaire: questionnaireOf(row),
      }
    },
    receiptKnown: async (waveId, receiptHash) => database.read(KNOWN_RECEIPT).get(receiptHash, waveId) !== undefined,
    saveAnswer: groupCommit(database, deps.tokens),
  }
}
