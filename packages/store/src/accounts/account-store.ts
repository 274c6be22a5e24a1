import type { Id, Instant, Locale } from '@wayproof/kernel'
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
  /** Sessions in the database, newest first, including expired ones that are not deleted yet. */
  sessions(userId: Id): Promise<readonly OwnSession[]>
  /** False if the user has no such session. */
  endSession(userId: Id, sessionId: Id): Promise<boolean>
  /** Ends all sessions of the user except one. */
  endOtherSessions(userId: Id, sessionId: Id): Promise<void>
}

export function accountStore(database: RecordDatabase): AccountStore {
  return {
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
