import type { Query } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Instant } from '@wayproof/kernel/clock'
import type { ClockQuestion, TrustedClock, TrustedMoment } from '@wayproof/kernel/clock-guard/trusted-clock'
import { type AskingParts, askOfficers } from '../question-rows.ts'
import { withdrawQuestion } from './withdraw-question.ts'

/** Tables with data that a wrong clock could destroy, close or seal. */
const AT_STAKE = ['wave', 'traveler', 'import_file', 'staff_role', 'rights_case', 'register_change', 'period_freeze']

// A question because of a whistleblower's report would tell that there is one; without a handler there is none.
const EMPTY = `SELECT NOT (${AT_STAKE.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ')}
  OR EXISTS (SELECT 1 FROM "user" WHERE role = 'case-handler')) AS empty`

const TRUSTED = `SELECT at, confirmations, after_gap AS afterGap,
  source_disregarded AS sourceDisregarded FROM trusted_clock WHERE id = 1`

const QUESTION = `SELECT data FROM officer_question WHERE kind = 'clock' AND ended_at IS NULL`

const TRUST = `INSERT INTO trusted_clock (id, at, after_gap) VALUES (1, @at, @afterGap)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, after_gap = excluded.after_gap,
    source_disregarded = trusted_clock.source_disregarded AND NOT @agrees`

const CONFIRM = `INSERT INTO trusted_clock (id, at, confirmations, source_disregarded) VALUES (1, @at, 1, TRUE)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, confirmations = trusted_clock.confirmations + 1,
    after_gap = FALSE, source_disregarded = TRUE`

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
export async function confirmClock(query: Query, at: Instant): Promise<void> {
  await query.run(CONFIRM, { at: new Date(at) })
  await forgetWrongWaits(query, at)
}

/**
 * Keeps the newest trusted moment and the question to officers about the clock. Its SQL runs when an app starts, without
 * Prisma Client.
 */
export function trustedClockStore(database: QueryDatabase, parts: AskingParts): TrustedClock {
  return {
    read: async () => {
      const trusted = (await database.query.get<TrustedRow>(TRUSTED)) ?? null
      const question = await database.query.get<{ data: string }>(QUESTION)
      return {
        trustedMoment: trusted && trustedMoment(trusted),
        question: question ? (JSON.parse(question.data) as ClockQuestion) : null,
        isDatabaseEmpty: (await database.query.get<{ empty: 0 | 1 }>(EMPTY))?.empty === 1,
      }
    },

    trust: (at, { agrees, afterGap }) =>
      database.write(async (query) => {
        await query.run(TRUST, { at: new Date(at), agrees, afterGap })
        if (await withdrawQuestion(query, 'clock', '', at)) await forgetWrongWaits(query, at)
      }),

    ask: async (data) => {
      if (await database.query.get(QUESTION)) return
      await database.transaction(async (transaction) => {
        // An officer or another process may have trusted the clock since it was judged.
        const trusted = await transaction.query.get<TrustedRow>(TRUSTED)
        if ((trusted?.at ?? null) === data.trusted)
          await askOfficers(transaction, parts, { kind: 'clock', data }, data.shown)
      })
    },
  }
}

const DAY_MS = 86_400_000
/** Longer than the wait of any letter for its next attempt. */
const LONGEST_WAIT_MS = 2 * DAY_MS
/** Longer than any lease. */
const LONGEST_LEASE_MS = DAY_MS

const LEASED = ['letter', 'job_run', 'wave_opening', 'policy_fetch']

/** Ends waits and leases that were counted from a clock far ahead, because they would last until that time. */
async function forgetWrongWaits(query: Query, at: Instant): Promise<void> {
  await query.run(`UPDATE letter SET not_before = @at WHERE state = 'queued' AND not_before > @latest`, {
    at: new Date(at),
    latest: new Date(at + LONGEST_WAIT_MS),
  })
  for (const table of LEASED)
    await query.run(`UPDATE ${table} SET lease_until = @ended WHERE lease_until > @latest`, {
      ended: new Date(at - 1),
      latest: new Date(at + LONGEST_LEASE_MS),
    })
}
