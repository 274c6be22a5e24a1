import type { Id, Instant, Locale } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'

export interface OwnSession {
  readonly id: Id
  readonly beganAt: Instant
  /** When the last call was noted. */
  readonly usedAt: Instant
}

/** What people change about their own account. */
export interface AccountStore {
  save(userId: Id, profile: { readonly name: string; readonly locale: Locale }, at: Instant): Promise<void>
  /** Sessions in the database, newest first, also those that are over and not deleted yet. */
  sessions(userId: Id): Promise<readonly OwnSession[]>
  /** False: the user has no such session. */
  endSession(userId: Id, sessionId: Id): Promise<boolean>
  /** Ends all sessions of the user except one. */
  endOtherSessions(userId: Id, sessionId: Id): Promise<void>
}

const SAVE = 'UPDATE user SET name = @name, locale = @locale, updated_at = @at WHERE id = @userId'

const SESSIONS = `SELECT id, created_at AS beganAt, updated_at AS usedAt FROM session WHERE user_id = ?
  ORDER BY created_at DESC, id`

export function accountStore(database: Database): AccountStore {
  return {
    save: (userId, { name, locale }, at) => database.write((sql) => void sql(SAVE).run({ userId, name, locale, at })),
    sessions: async (userId) => database.read<OwnSession>(SESSIONS).all(userId),
    endSession: (userId, sessionId) =>
      database.write(
        (sql) => sql('DELETE FROM session WHERE user_id = ? AND id = ?').run(userId, sessionId).changes === 1,
      ),
    endOtherSessions: (userId, sessionId) =>
      database.write((sql) => void sql('DELETE FROM session WHERE user_id = ? AND id <> ?').run(userId, sessionId)),
  }
}
