import type { LetterKind, SurveyLetterData } from '@wayproof/letters'
import type { Query } from '../engine/query/query.ts'

export interface SurveyLetter {
  readonly id: string
  readonly kind: Extract<LetterKind, 'survey-invitation' | 'survey-reminder' | 'survey-last-reminder'>
  readonly locale: string
  readonly data: SurveyLetterData
  readonly waveId: string
  readonly at: number
}

const INSERT = `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, wave_id, state,
    not_before, created_at)
  VALUES (@id, @kind, 'traveler', @travelerId, @locale, @data, @dedupeKey, @waveId, 'queued', @at, @at)`

/** Puts a letter about a wave into the outbox, inside the transaction that causes it. */
export async function postSurveyLetter(
  query: Query,
  { id, kind, locale, data, waveId, at }: SurveyLetter,
): Promise<void> {
  const { travelerId, invitationId } = data
  const dedupeKey = `${kind.slice('survey-'.length)}:${invitationId}`
  const stored = { travelerId, locale, data: JSON.stringify(data), dedupeKey, waveId, at: new Date(at) }
  await query.run(INSERT, { id, kind, ...stored })
}
