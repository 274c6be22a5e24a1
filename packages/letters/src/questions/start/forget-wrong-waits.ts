import type { Query } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'

const DAY_MS = 86_400_000
/** Longer than the wait of any letter for its next attempt. */
const LONGEST_WAIT_MS = 2 * DAY_MS
/** Longer than any lease. */
const LONGEST_LEASE_MS = DAY_MS

const LEASED = ['letter', 'job_run', 'wave_opening', 'policy_fetch']

/** Ends waits and leases that were counted from a clock far ahead, because they would last until that time. */
export async function forgetWrongWaits(query: Query, at: Instant): Promise<void> {
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
