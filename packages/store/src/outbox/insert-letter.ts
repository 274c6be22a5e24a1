import type { Id, Instant } from '@wayproof/kernel'
import type { PostedLetter } from '@wayproof/letters'
import type { Query } from '../engine/query/query.ts'
import { mayLeave } from '../sample-data/letters-beside-sample.ts'

// Reads the wave from the data, so that a wave's letters can be found by it.
const INSERT = `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key,
    wave_id, state, not_before, created_at)
  SELECT CAST(@id AS TEXT), CAST(@kind AS TEXT), CAST(@recipientKind AS TEXT), CAST(@recipientId AS TEXT),
    CAST(@locale AS TEXT), CAST(@data AS TEXT), CAST(@dedupeKey AS TEXT),
    (SELECT wave_id FROM invitation WHERE id = CAST(@invitationId AS TEXT)), 'queued', @now, @now
  WHERE ${mayLeave('CAST(@kind AS TEXT)')}
  ON CONFLICT (dedupe_key) DO NOTHING`

/**
 * Puts a letter into the outbox, inside the transaction that causes it. Returns 1 when the letter is new, and 0 for a letter
 * that would tell of sample data.
 */
export const insertLetter = (
  query: Query,
  id: Id,
  { letter, recipient, dedupeKey }: PostedLetter,
  now: Instant,
): Promise<number> =>
  query.run(INSERT, {
    id,
    kind: letter.kind,
    recipientKind: recipient.kind,
    recipientId: recipient.id,
    locale: letter.locale,
    data: JSON.stringify(letter.data),
    dedupeKey,
    invitationId: 'invitationId' in letter.data ? letter.data.invitationId : null,
    now: new Date(now),
  })
