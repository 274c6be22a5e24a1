import type { Id, Instant } from '@wayproof/kernel'
import type { LetterState, MailServerTest, MailTestStore } from '@wayproof/letters'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { isEnded } from './ended-letter.ts'

// The kind is looked for among letters of no wave, by the two indexes that part what waits from what does not.
const TESTS = `SELECT created_at AS at, state, reason,
    (SELECT smtp_reply FROM delivery WHERE letter_id = letter.id ORDER BY number DESC LIMIT 1) AS reply,
    EXISTS (SELECT 1 FROM delivery WHERE letter_id = letter.id AND outcome = 'sent') AS accepted
  FROM letter WHERE wave_id IS NULL AND kind = 'mail-server-test' AND (${isEnded('letter')} OR state = 'queued')`

interface TestRow {
  readonly at: Instant
  readonly state: LetterState
  readonly reason: string | null
  readonly reply: string | null
  readonly accepted: 0 | 1
}

// While a server takes no letter at all, the letter itself says why.
const testOf = ({ at, state, reason, reply, accepted }: TestRow): MailServerTest => {
  return { at, state, accepted: accepted === 1, reply: reason ?? reply }
}

export function mailTestStore(database: SqliteDatabase): MailTestStore {
  return {
    last: async (officerId: Id) => {
      const text = `${TESTS} AND recipient_kind = 'user' AND recipient_id = ? ORDER BY created_at DESC LIMIT 1`
      const row = database.read<TestRow>(text).get(officerId)
      return row ? testOf(row) : null
    },
    since: async (keyBegin) => {
      const text = `${TESTS} AND created_at >= (SELECT min(created_at) FROM letter WHERE dedupe_key GLOB ?)`
      return database.read<TestRow>(text).all(`${keyBegin}*`).map(testOf)
    },
  }
}
