import type { CalendarDate, Id, Instant, Locale } from '@wayproof/kernel'
import { actingAs } from '../audit-log/acting-user.ts'
import { addAuditEntry } from '../audit-log/add-audit-entry.ts'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { RecordDatabase } from '../engine/record-database.ts'

export interface OwnSession {
  readonly id: Id
  readonly beganAt: Instant
  /** Last recorded call. */
  readonly usedAt: Instant
}

/** A user's changes of the own account. */
export interface AccountStore {
  save(userId: Id, profile: { readonly name: string; readonly locale: Locale }, at: Instant): Promise<void>
  /** Notes the day, and records the sign-in. `factor`: with a second factor. */
  signedIn(
    userId: Id,
    signIn: { readonly on: CalendarDate; readonly at: Instant; readonly factor: boolean },
  ): Promise<void>
  /** Sessions in the database, newest first, including expired ones that are not deleted yet. */
  sessions(userId: Id): Promise<readonly OwnSession[]>
  /** False if the user has no such session. */
  endSession(userId: Id, sessionId: Id): Promise<boolean>
  /** Ends all sessions of the user except one. */
  endOtherSessions(userId: Id, sessionId: Id): Promise<void>
}

export function accountStore(database: RecordDatabase): AccountStore {
  return {
    signedIn: (id, { on, at, factor }) =>
      database.transaction(async ({ records }) => {
        await records.user.updateMany({ where: { id }, data: { lastSignInOn: on } })
        await actingAs({ userId: id, at }, () => addAuditEntry(records, { act: 'signed-in', at, details: { factor } }))
      }),
    save: async (id, { name, locale }, at) => {
      const { user } = await database.records()
      await user.updateMany({ where: { id }, data: { name, locale, updatedAt: new Date(at) } })
    },
    sessions: async (userId) => {
      const { session } = await database.records()
      const found = await session.findMany({ where: { userId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
      return found.map(({ id, createdAt, updatedAt }) =>
        recordOf<OwnSession>({ id, beganAt: createdAt, usedAt: updatedAt }),
      )
    },
    endSession: async (userId, id) => {
      const { session } = await database.records()
      return (await session.deleteMany({ where: { userId, id } })).count === 1
    },
    endOtherSessions: async (userId, id) => {
      const { session } = await database.records()
      await session.deleteMany({ where: { userId, id: { not: id } } })
    },
  }
}
