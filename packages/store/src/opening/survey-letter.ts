import type { LetterKind, SurveyLetterData } from '@wayproof/letters'
import type { Sql } from '../engine/sqlite/sql.ts'

export interface SurveyLetter {
  readonly id: string
  readonly kind: Extract<LetterKind, 'survey-invitation' | 'survey-reminder' | 'survey-last-reminder'>
  readonly locale: string
  readonly data: SurveyLetterData
  readonly waveId: string
  readonly at: number
}

/** Puts a letter about a wave into the outbox, inside the transaction that causes it. */
export function postSurveyLetter(sql: Sql, { id, kind, locale, data, waveId, at }: SurveyLetter): void {
  const dedupeKey = `${kind.slice('survey-'.length)}:${data.invitationId}`
  sql(`INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, wave_id, state, not_before,
      created_at) VALUES (?, ?, 'traveler', ?, ?, ?, ?, ?, 'queued', ?, ?)`).run(
    id,
    kind,
    data.travelerId,
    locale,
    JSON.stringify(data),
    dedupeKey,
    waveId,
    at,
    at,
  )
}
