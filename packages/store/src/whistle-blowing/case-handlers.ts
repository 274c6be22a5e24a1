import type { WhistleStore } from '@wayproof/evidence'
import type { Instant } from '@wayproof/kernel'
import { confirmedUser } from '../appointments/confirmed-user.ts'
import type { Database } from '../engine/database.ts'

// An officer alone cannot appoint a reader of reports: a second person confirms the role.
const HANDLER = `role = 'case-handler' AND ${confirmedUser('user')}`

/** Accounts that may read reports. */
export function caseHandlers(database: Database): Pick<WhistleStore, 'hasHandler' | 'handlerSince'> {
  return {
    hasHandler: async () => database.read(`SELECT 1 FROM user WHERE ${HANDLER} LIMIT 1`).get() !== undefined,
    handlerSince: async (userId) => {
      const text = `SELECT coalesce(role_since, created_at) AS since FROM user WHERE id = ? AND ${HANDLER}`
      return database.read<{ since: Instant }>(text).get(userId)?.since ?? null
    },
  }
}
