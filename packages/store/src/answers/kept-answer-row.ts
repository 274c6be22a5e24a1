import type { WaveStatus } from '@wayproof/survey'
import type { QuestionnaireVersion } from '../questionnaires/published-questionnaires.ts'

/** A row of `KEPT_ANSWER`: an answer with what it needs of its wave. */
export interface KeptAnswerRow extends QuestionnaireVersion {
  readonly key: Uint8Array
  readonly wave_id: string
  /** As they are stored. */
  readonly values: string
  readonly comment: string | null
  readonly period: string
  readonly status: WaveStatus
  readonly closes_at: number
}

/**
 * The answer under a receipt. A code is made for one form, but a form made by hand may send it to two waves: then the
 * one that closes last is meant.
 */
export const KEPT_ANSWER = `SELECT a.key, a.wave_id, a."values", a.comment, w.period, w.status, w.closes_at,
    w.questionnaire_id, w.questionnaire_version
  FROM wave w CROSS JOIN answer a ON a.wave_id = w.id AND a.key = ? WHERE w.status <> 'unlinked'
  ORDER BY w.closes_at DESC LIMIT 1`
