import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { LetterState } from './outbox.ts'
import type { MailServerTest, MailTestStore } from './test-mail-server.ts'

// Searches only letters without a wave, by the two indexes that separate waiting from ended letters.
const TESTS = `SELECT created_at AS at, state, reason,
    (SELECT smtp_reply FROM delivery WHERE letter_id = letter.id ORDER BY number DESC LIMIT 1) AS reply,
    EXISTS (SELECT 1 FROM delivery WHERE letter_id = letter.id AND outcome = 'sent') AS accepted
  FROM letter WHERE wave_id IS NULL AND kind = 'mail-server-test' AND (${isEnded('letter')} OR state = 'queued')`

const LAST = `${TESTS} AND recipient_kind = 'user' AND recipient_id = @officerId ORDER BY created_at DESC LIMIT 1`

// Keys with the prefix, as a range up to the first text after all of them, because the engines differ in the characters
// of patterns.
const SINCE = `${TESTS} AND created_at >= (SELECT min(created_at) FROM letter
  WHERE dedupe_key >= @prefix AND dedupe_key < @behind)`

interface TestRow {
  readonly at: Instant
  readonly state: LetterState
  readonly reason: string | null
  readonly reply: string | null
  readonly accepted: 0 | 1
}

// While a server accepts no letters at all, the reason is in the letter itself.
const testOf = ({ at, state, reason, reply, accepted }: TestRow): MailServerTest => {
  return { at, state, accepted: accepted === 1, reply: reason ?? reply }
}

export function mailTestStore({ query }: Pick<QueryDatabase, 'query'>): MailTestStore {
  return {
    last: async (officerId: Id) => {
      const row = await query.get<TestRow>(LAST, { officerId })
      return row ? testOf(row) : null
    },
    since: async (prefix) => (await query.all<TestRow>(SINCE, { prefix, behind: `${prefix}\u{10ffff}` })).map(testOf),
  }
}
