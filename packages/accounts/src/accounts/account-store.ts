import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { addAuditEntry, addSettingChange, addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'

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
  /** Ends the session of a user who signs out. */
  signedOut(userId: Id, sessionId: Id): Promise<void>
  /**
   * Records that a user set a new password, and ends all other sessions: others may have known the old one. The session
   * `current` goes on with another token.
   */
  passwordChanged(userId: Id, current: { readonly id: Id; readonly token: string }): Promise<void>
  /** Records that a user set up or removed the own second factor. */
  secondFactorChanged(isSet: boolean): Promise<void>
}

export function accountStore(database: RecordDatabase): AccountStore {
  return {
    signedIn: (id, { on, at, factor }) =>
      database.transaction(async ({ records }) => {
        await records.user.updateMany({ where: { id }, data: { lastSignInOn: on } })
        await actingAs({ actorId: id, at }, () => addAuditEntry(records, { act: 'signed-in', at, details: { factor } }))
      }),
    save: async (id, { name, locale }, at) => {
      await database.transaction(async ({ records }) => {
        await records.user.updateMany({ where: { id }, data: { name, locale, updatedAt: new Date(at) } })
        await addSettingChange(records, 'profile')
      })
    },
    sessions: async (userId) => {
      const { session } = await database.records()
      const sessions = await session.findMany({ where: { userId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
      return sessions.map(({ id, createdAt, updatedAt }) =>
        recordOf<OwnSession>({ id, beganAt: createdAt, usedAt: updatedAt }),
      )
    },
    endSession: (userId, id) =>
      database.transaction(async ({ records }) => (await endSessions(records, userId, { id })) === 1),
    endOtherSessions: (userId, id) =>
      database.transaction(async ({ records }) => {
        await endSessions(records, userId, { id: { not: id } })
      }),
    signedOut: (userId, id) =>
      database.transaction(async ({ records }) => {
        const { count } = await records.session.deleteMany({ where: { userId, id } })
        if (count > 0) await addUserAct(records, { act: 'signed-out' })
      }),
    passwordChanged: (userId, { id, token }) =>
      database.transaction(async ({ records }) => {
        await records.session.deleteMany({ where: { userId, id: { not: id } } })
        await records.session.updateMany({ where: { userId, id }, data: { token } })
        await records.verification.deleteMany({ where: { value: userId } })
        await addUserAct(records, { act: 'password-changed' })
      }),
    secondFactorChanged: (isSet) =>
      database.transaction(({ records }) =>
        addUserAct(records, { act: isSet ? 'second-factor-set' : 'second-factor-removed' }),
      ),
  }
}

/** For a transaction: ends sessions of a user. Returns their number. */
export async function endSessions(
  records: Prisma.TransactionClient,
  userId: Id,
  which: Prisma.SessionWhereInput = {},
): Promise<number> {
  const { count } = await records.session.deleteMany({ where: { userId, ...which } })
  if (count > 0) await addUserAct(records, { act: 'sessions-ended', subject: userId, details: { count } })
  return count
}
