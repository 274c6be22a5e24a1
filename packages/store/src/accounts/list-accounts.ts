import type { CalendarDate, Id, Instant } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'
import type { Account } from './account.ts'
import type { Person, UserRole } from './person.ts'

const USERS = `SELECT user.id, user.name, email, user.role, locale, last_sign_in_on AS lastSignInOn,
    two_factor_enabled AS secondFactor,
    (SELECT count(*) FROM api_key WHERE created_by_id = user.id AND revoked_at IS NULL) AS keys,
    appointment.id AS proposalId, appointment.role AS proposalRole
  FROM user LEFT JOIN appointment ON user_id = user.id AND confirmed_at IS NULL AND appointment.role <> user.role
  ORDER BY created_at, user.id`
const SESSIONS = 'SELECT user_id AS userId, created_at AS beganAt, updated_at AS usedAt FROM session'

type UserRow = Person & {
  readonly secondFactor: 0 | 1
  readonly lastSignInOn: CalendarDate | null
  readonly keys: number
  readonly proposalId: Id | null
  readonly proposalRole: UserRole | null
}

export function listAccounts(database: Database): readonly Account[] {
  const sessions = Map.groupBy(
    database.read<{ userId: Id; beganAt: Instant; usedAt: Instant }>(SESSIONS).all(),
    ({ userId }) => userId,
  )
  return database
    .read<UserRow>(USERS)
    .all()
    .map(({ proposalId, proposalRole, secondFactor, ...user }) => ({
      ...user,
      secondFactor: secondFactor === 1,
      sessions: (sessions.get(user.id) ?? []).map(({ userId: _, ...times }) => times),
      proposal: proposalId !== null && proposalRole !== null ? { id: proposalId, role: proposalRole } : null,
    }))
}
