import type { Hand, Id, Instant } from '@wayproof/kernel'
import type { UserRole } from '../accounts/person.ts'
import type { Database } from '../engine/database.ts'
import { endSecondFactor } from './end-second-factor.ts'
import type { SecondFactorReset, SecondFactorStore } from './second-factor.ts'

const RULES = 'SELECT role, required_at AS requiredAt FROM second_factor_rule'

const REQUIRE = `INSERT INTO second_factor_rule (role, required_at, required_by) VALUES (@role, @at, @by)
  ON CONFLICT (role) DO NOTHING`

const RESETS = `SELECT id, user_id AS userId, name, asked_by AS askedBy, asked_at AS askedAt, confirmed_by, confirmed_at
  FROM second_factor_reset WHERE confirmed_at IS NOT NULL OR user_id IN (SELECT id FROM user)
  ORDER BY asked_at DESC, id`

const ASK = `INSERT INTO second_factor_reset (id, user_id, name, mailbox, asked_by_id, asked_by, asked_mailbox, asked_at)
  VALUES (@id, @userId, @name, @mailbox, @byId, @byName, @byMailbox, @at)`

const WAITING = 'second_factor_reset WHERE confirmed_at IS NULL AND'

const CONFIRM = `UPDATE second_factor_reset SET confirmed_by_id = @byId, confirmed_by = @byName, confirmed_at = @at
  WHERE id = @id AND confirmed_at IS NULL RETURNING user_id AS userId`

interface ResetRow extends Omit<SecondFactorReset, 'confirmed'> {
  readonly confirmed_by: string | null
  readonly confirmed_at: Instant | null
}

export function secondFactorStore(database: Database): SecondFactorStore {
  return {
    users: async () =>
      database
        .read<{ id: Id }>('SELECT id FROM user WHERE two_factor_enabled = 1')
        .all()
        .map(({ id }) => id),
    rules: async () => database.read<{ role: UserRole; requiredAt: Instant }>(`${RULES} ORDER BY role`).all(),
    requiredAt: async (role) =>
      database.read<{ requiredAt: Instant }>(`${RULES} WHERE role = ?`).get(role)?.requiredAt ?? null,
    setRule: ({ role, required, by }, at) =>
      database.write((sql) => {
        if (required) sql(REQUIRE).run({ role, by, at })
        else sql('DELETE FROM second_factor_rule WHERE role = ?').run(role)
      }),
    askReset: ({ id, user, by, at }) =>
      database.write((sql) => {
        if (sql(`SELECT 1 FROM ${WAITING} user_id = ?`).get(user.id)) return false
        const hands = { byId: by.id, byName: by.name, byMailbox: by.mailbox, mailbox: user.mailbox }
        sql(ASK).run({ id, userId: user.id, name: user.name, at, ...hands })
        return true
      }),
    resets: async () => database.read<ResetRow>(RESETS).all().map(resetOf),
    hands: async (id) =>
      database
        .read<Hand>(
          `SELECT asked_by_id AS id, asked_mailbox AS mailbox FROM ${WAITING} id = @id
           UNION ALL SELECT user_id, mailbox FROM ${WAITING} id = @id`,
        )
        .all({ id }),
    confirmReset: (id, by, at) =>
      database.write((sql) => {
        const found = sql<{ userId: Id }>(CONFIRM).get({ id, byId: by.id, byName: by.name, at })
        if (!found) return false
        endSecondFactor(sql, found.userId)
        sql('DELETE FROM session WHERE user_id = ?').run(found.userId)
        return true
      }),
  }
}

const resetOf = ({ confirmed_by, confirmed_at, ...rest }: ResetRow): SecondFactorReset => ({
  ...rest,
  confirmed: confirmed_by !== null && confirmed_at !== null ? { by: confirmed_by, at: confirmed_at } : null,
})
