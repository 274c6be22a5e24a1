import { type AnswerCode, answerCode, type Invitation } from '@wayproof/survey'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { QuestionnaireOf, QuestionnaireVersion } from '../questionnaires/published-questionnaires.ts'

/** What of a wave decides about answers to it, and how they are stored. */
export interface AnsweredWave {
  readonly state: Pick<Invitation['wave'], 'status' | 'closesAt'>
  readonly code: AnswerCode
}

export type AnsweredWaves = (id: string) => AnsweredWave

const WAVE = 'SELECT status, closes_at AS closesAt, questionnaire_id, questionnaire_version FROM wave WHERE id = ?'

/** The waves that the answers of one transaction are for: nearly always one, which is looked up once for all of them. */
export function answeredWaves(sql: Sql, questionnaireOf: QuestionnaireOf): AnsweredWaves {
  const waves = new Map<string, AnsweredWave>()
  return (id) => {
    const known = waves.get(id)
    if (known) return known
    const row = sql<QuestionnaireVersion & AnsweredWave['state']>(WAVE).get(id)
    if (!row) throw new Error('the wave of an invitation is missing')
    const wave = { state: row, code: answerCode(questionnaireOf(row)) }
    waves.set(id, wave)
    return wave
  }
}
