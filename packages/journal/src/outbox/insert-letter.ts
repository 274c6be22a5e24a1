import type { Query } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { LetterKind } from './letter-kind.ts'
import { mayLeave } from './letters-beside-sample.ts'

// Reads the wave from the data, so that a wave's letters can be found by it.
const INSERT = `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key,
    wave_id, state, not_before, created_at)
  SELECT CAST(@id AS TEXT), CAST(@kind AS TEXT), CAST(@recipientKind AS TEXT), CAST(@recipientId AS TEXT),
    CAST(@locale AS TEXT), CAST(@data AS TEXT), CAST(@dedupeKey AS TEXT),
    (SELECT wave_id FROM invitation WHERE id = CAST(@invitationId AS TEXT)), 'queued', @now, @now
  WHERE ${mayLeave('CAST(@kind AS TEXT)')}
  ON CONFLICT (dedupe_key) DO NOTHING`

/** A letter for the outbox. A letter with a known dedupe key is the same letter. */
export interface QueuedLetter {
  readonly letter: { readonly kind: LetterKind; readonly locale: string; readonly data: object }
  readonly recipient: Recipient
  readonly dedupeKey: string
}

/**
 * Puts a letter into the outbox, inside the transaction that causes it. Returns 1 when the letter is new, and 0 for a letter
 * that would tell of sample data.
 */
export const insertLetter = (
  query: Query,
  id: Id,
  { letter, recipient, dedupeKey }: QueuedLetter,
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
    invitationId: (letter.data as { readonly invitationId?: Id }).invitationId ?? null,
    now: new Date(now),
  })

/** The recipient of a letter. A traveler's or user's address is looked up at the last moment. */
export type Recipient =
  | { readonly kind: 'traveler'; readonly id: Id }
  | { readonly kind: 'user'; readonly id: Id }
  | { readonly kind: 'rights-case'; readonly id: Id }
  | { readonly kind: 'address'; readonly id: string }
