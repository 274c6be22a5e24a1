import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { WhistleStore } from './ports.ts'

// An officer alone cannot appoint a reader of reports: a second person confirms the role.
const HANDLER = { role: 'case-handler' } as const

/** Accounts that may read reports. */
export function caseHandlers(database: RecordDatabase): Pick<WhistleStore, 'hasHandler' | 'handlerSince'> {
  return {
    hasHandler: async () => (await confirmedUsers(await database.records(), HANDLER)).length > 0,
    handlerSince: async (id) => {
      const [handler] = await confirmedUsers(await database.records(), { id, ...HANDLER })
      return handler ? (handler.roleSince ?? handler.createdAt).getTime() : null
    },
  }
}
