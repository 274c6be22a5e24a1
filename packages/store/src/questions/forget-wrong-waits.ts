import type { Instant } from '@wayproof/kernel'
import type { Sql } from '../engine/sqlite/sql.ts'

const DAY_MS = 86_400_000
/** Longer than any letter waits for its next attempt. */
const LONGEST_WAIT_MS = 2 * DAY_MS
/** Longer than any lease. */
const LONGEST_LEASE_MS = DAY_MS

const LEASED = ['letter', 'job_run', 'wave_opening', 'policy_fetch']

/** Ends waits and leases that were counted from a clock far ahead: they would last until it is that late. */
export function forgetWrongWaits(sql: Sql, at: Instant): void {
  sql(`UPDATE letter SET not_before = @at WHERE state = 'queued' AND not_before > @latest`).run({
    at,
    latest: at + LONGEST_WAIT_MS,
  })
  for (const table of LEASED)
    sql(`UPDATE ${table} SET lease_until = @at - 1 WHERE lease_until > @latest`).run({
      at,
      latest: at + LONGEST_LEASE_MS,
    })
}
