import type { ReadQuery } from '@wayproof/database/query/query'
import type { Id } from '@wayproof/kernel/id'
import { type FirstQuestion, firstQuestion } from '../../questionnaire/first-question.ts'
import type { Questionnaire } from '../../questionnaire/questionnaire.ts'

interface AskingRow {
  readonly kind: string
  /** Null for a letter that belongs to no wave. */
  readonly wave_id: Id | null
}

/** Finds the question that a letter asks; null for a letter that asks none. */
export type LetterQuestions = (query: ReadQuery, row: AskingRow) => Promise<FirstQuestion | null>

const OF_WAVE = `SELECT definition FROM questionnaire JOIN wave
    ON questionnaire.id = wave.questionnaire_id AND questionnaire.version = wave.questionnaire_version
  WHERE wave.id = @waveId`

// A test letter belongs to no wave and opens a preview of the newest questionnaire.
const NEWEST = 'SELECT definition FROM questionnaire ORDER BY published_at DESC, version DESC LIMIT 1'

const MOST_KEPT = 16

/** Reads the question of a wave once, because its questionnaire never changes. */
export function letterQuestions(): LetterQuestions {
  const questionCache = new Map<Id, FirstQuestion | null>()
  return async (query, { kind, wave_id: waveId }) => {
    if (!kind.startsWith('survey-')) return null
    const cachedQuestion = waveId === null ? undefined : questionCache.get(waveId)
    if (cachedQuestion !== undefined) return cachedQuestion
    const row = await query.get<{ definition: string }>(waveId === null ? NEWEST : OF_WAVE, { waveId })
    const question = row ? firstQuestion(JSON.parse(row.definition) as Questionnaire) : null
    if (waveId === null) return question
    if (questionCache.size >= MOST_KEPT) questionCache.clear()
    questionCache.set(waveId, question)
    return question
  }
}
