import type { Query, Statement } from '@wayproof/database/query/query'
import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import type { SurveyLetterData } from '../../letters/survey-letter.ts'

export interface SurveyLetter {
  readonly id: string
  readonly kind: Extract<LetterKind, 'survey-invitation' | 'survey-reminder' | 'survey-last-reminder'>
  readonly locale: string
  readonly data: SurveyLetterData
}

const INSERT: Statement = ({ jsonField, jsonItems }) => {
  const field = (name: string) => jsonField('item.value', name)
  return `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, wave_id, state, not_before,
      created_at)
    SELECT ${field('id')}, ${field('kind')}, 'traveler', ${field('travelerId')}, ${field('locale')}, ${field('data')},
      ${field('dedupeKey')}, @waveId, 'queued', @at, @at FROM ${jsonItems('@letters', 'item')}
    WHERE EXISTS (SELECT 1 FROM invitation WHERE invitation.id = ${field('invitationId')})`
}

/**
 * Puts letters about a wave into the outbox, for the transaction that causes them; only people with an invitation get
 * one.
 */
export async function postSurveyLetters(
  query: Query,
  waveId: string,
  at: number,
  letters: readonly SurveyLetter[],
): Promise<void> {
  const rows = letters.map(({ id, kind, locale, data }) => {
    const { travelerId, invitationId } = data
    const dedupeKey = `${kind.slice('survey-'.length)}:${invitationId}`
    return { id, kind, locale, travelerId, invitationId, dedupeKey, data: JSON.stringify(data) }
  })
  await query.run(INSERT, { letters: JSON.stringify(rows), waveId, at: new Date(at) })
}
