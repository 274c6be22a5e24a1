import type { Query } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import { undoUnsubscribe } from '@wayproof/journal/outbox/suppress-address'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressKey } from '../travelers/address-key.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import { TRIAL } from './trial-columns.ts'

export interface RemoveDeps {
  readonly keyring: Keyring
  readonly journal?: Journal | undefined
  readonly waveKeys?: WaveKeys | undefined
}

const ENDED = `SELECT id FROM wave WHERE status = '${TRIAL}' AND closes_at <= @endedBy`

// From here on survey instances neither miss the key nor keep a copy.
const CUT = `UPDATE wave SET unlinked_at = @now WHERE id = @waveId AND status = '${TRIAL}'`

// Invitations before waves before answers, in the order in which answers lock them.
const ROWS = [
  'DELETE FROM draft WHERE invitation_id IN (SELECT id FROM invitation WHERE wave_id = @waveId)',
  'DELETE FROM invitation WHERE wave_id = @waveId',
  `UPDATE wave SET closes_at = opened_at WHERE id = @waveId AND status = '${TRIAL}'`,
  'DELETE FROM answer WHERE wave_id = @waveId',
  'DELETE FROM answer_counter WHERE wave_id = @waveId',
  'DELETE FROM delivery WHERE letter_id IN (SELECT id FROM letter WHERE wave_id = @waveId)',
  'DELETE FROM letter WHERE wave_id = @waveId',
  'DELETE FROM cell WHERE wave_id = @waveId',
  `DELETE FROM wave WHERE id = @waveId AND status = '${TRIAL}'`,
]

/**
 * Removes the throw-away waves that end by `endedBy`, with everything that a check left: answers, letters, the
 * unsubscribe of its mailbox, and the key. Returns their number. Safe to repeat after an interruption.
 */
export async function removeTrial(
  database: QueryDatabase,
  { keyring, journal, waveKeys }: RemoveDeps,
  now: Instant,
  endedBy: Instant = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  // No moment of either engine is later.
  const values = { endedBy: new Date(Math.min(endedBy, LATEST)) }
  const waves = await database.query.all<{ id: Id }>(ENDED, values)
  for (const { id: waveId } of waves) {
    await database.write((query) => query.run(CUT, { waveId, now: new Date(now) }))
    waveKeys?.destroy(waveId)
    await database.write(async (query) => {
      await undoUnsubscribes(query, waveId, { keyring, journal }, now)
      for (const statement of ROWS) await query.run(statement, { waveId })
    })
  }
  return waves.length
}

const LATEST = Date.parse('9999-01-01')

const RECIPIENTS = `SELECT recipient_id AS address FROM letter WHERE wave_id = @waveId AND recipient_kind = 'address'`

async function undoUnsubscribes(
  query: Query,
  waveId: Id,
  { keyring, journal }: Pick<RemoveDeps, 'keyring' | 'journal'>,
  at: Instant,
): Promise<void> {
  for (const { address } of await query.all<{ address: string }>(RECIPIENTS, { waveId })) {
    const emailKey = addressKey(keyring, address)
    if ((await undoUnsubscribe(query, emailKey)) > 0) journal?.record({ kind: 'unsubscribe-undone', emailKey, at })
  }
}
