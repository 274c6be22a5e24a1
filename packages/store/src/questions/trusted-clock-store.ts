import type { Instant } from '@wayproof/kernel'
import type { ClockQuestion, TrustedClock, TrustedMoment } from '@wayproof/kernel/clock-guard'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { forgetWrongWaits } from './forget-wrong-waits.ts'
import { type AskingParts, askOfficers, withdrawQuestion } from './question-rows.ts'

/** Tables of which one row is something that a wrong clock could destroy, close or seal. */
const AT_STAKE = [
  'wave',
  'traveler',
  'import_file',
  'staff_role',
  'rights_case',
  'whistle_report',
  'register_change',
  'period_freeze',
]

const EMPTY = `SELECT NOT (${AT_STAKE.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ')}) AS empty`

const TRUSTED = `SELECT at, confirmations, after_gap AS afterGap,
  source_disregarded AS sourceDisregarded FROM trusted_clock WHERE id = 1`

const QUESTION = `SELECT data FROM officer_question WHERE kind = 'clock' AND ended_at IS NULL`

const TRUST = `INSERT INTO trusted_clock (id, at, after_gap) VALUES (1, @at, @afterGap)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, after_gap = excluded.after_gap,
    source_disregarded = source_disregarded AND NOT @agrees`

const CONFIRM = `INSERT INTO trusted_clock (id, at, confirmations, source_disregarded) VALUES (1, @at, 1, 1)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, confirmations = confirmations + 1, after_gap = 0,
    source_disregarded = 1`

interface TrustedRow {
  readonly at: Instant
  readonly confirmations: number
  readonly afterGap: 0 | 1
  readonly sourceDisregarded: 0 | 1
}

const trustedMoment = ({ afterGap, sourceDisregarded, ...row }: TrustedRow): TrustedMoment => ({
  ...row,
  afterGap: afterGap === 1,
  sourceDisregarded: sourceDisregarded === 1,
})

/** Trusts the clock because an officer confirms it, even if the second source disagrees. */
export const confirmClock = (sql: Sql, at: Instant): void => {
  sql(CONFIRM).run({ at })
  forgetWrongWaits(sql, at)
}

/**
 * Keeps the newest trusted moment and the question to officers about the clock. Its SQL runs when an app starts, without
 * Prisma Client.
 */
export function trustedClockStore(database: SqliteDatabase, parts: AskingParts): TrustedClock {
  return {
    read: async () => {
      const trusted = database.read<TrustedRow>(TRUSTED).get() ?? null
      const question = database.read<{ data: string }>(QUESTION).get()
      return {
        trustedMoment: trusted && trustedMoment(trusted),
        question: question ? (JSON.parse(question.data) as ClockQuestion) : null,
        isDatabaseEmpty: database.read<{ empty: 0 | 1 }>(EMPTY).get()?.empty === 1,
      }
    },

    trust: (at, { agrees, afterGap }) =>
      database.write(async (sql) => {
        sql(TRUST).run({ at, agrees: agrees ? 1 : 0, afterGap: afterGap ? 1 : 0 })
        if (await withdrawQuestion(sql, 'clock', '', at)) forgetWrongWaits(sql, at)
      }),

    ask: async (data) => {
      if (database.read(QUESTION).get()) return
      await database.transaction((transaction) => askOfficers(transaction, parts, { kind: 'clock', data }, data.shown))
    },
  }
}
