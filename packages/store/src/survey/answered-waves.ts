import type { WaveStatus } from '@wayproof/survey'
import type { Sql } from '../sqlite/sql.ts'
import type { QuestionnaireVersion } from './published-questionnaires.ts'

/** What of a wave decides about answers to it. */
export interface AnsweredWave extends QuestionnaireVersion {
  readonly status: WaveStatus
  readonly closes_at: number
}

export type AnsweredWaves = (id: string) => AnsweredWave

/** The waves that the answers of one transaction are for: nearly always one, which is looked up once for all of them. */
export function answeredWaves(sql: Sql): AnsweredWaves {
  const waves = new Map<string, AnsweredWave>()
  return (id) => {
    const wave =
      waves.get(id) ??
      sql<AnsweredWave>('SELECT status, closes_at, questionnaire_id, questionnaire_version FROM wave WHERE id = ?').get(
        id,
      )
    if (!wave) throw new Error('the wave of an invitation is missing')
    waves.set(id, wave)
    return wave
  }
}
