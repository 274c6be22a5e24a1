import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import { withdrawnCount } from '../answers/add-up-counters.ts'
import { addressKey } from '../travelers/address-key.ts'
import { isHeldByAll } from '../wave-keys/survey-instances.ts'
import { type BeginDeps, type BegunTrial, beginTrial, type NewTrial, type TrialFault } from './begin-trial.ts'
import { type RemoveDeps, removeTrial } from './remove-trial.ts'

/** The rows of a throw-away wave, as a deployment check compares them with the pages that it saw. */
export interface TrialRows {
  readonly answers: number
  readonly withdrawn: number
  readonly letter: { readonly state: string; readonly reply: string | null }
  readonly isUnsubscribed: boolean
  /** True once every running survey instance has its key, or if it has none. */
  readonly isKeyPresent: boolean
}

export interface TrialStore {
  begin(trial: NewTrial): Promise<Outcome<BegunTrial, TrialFault>>
  /** Null once it is removed. */
  rows(waveId: Id, address: string): Promise<TrialRows | null>
  /** Removes throw-away waves, with everything of them; `endedBy` leaves those that still run. Returns their number. */
  remove(now: Instant, endedBy?: Instant): Promise<number>
}

const ROWS = `SELECT letter.state, ${withdrawnCount('wave')} AS withdrawn,
    (SELECT count(*) FROM answer WHERE wave_id = @waveId) AS answers,
    (SELECT smtp_reply FROM delivery WHERE letter_id = letter.id ORDER BY number DESC LIMIT 1) AS reply,
    CASE WHEN EXISTS (SELECT 1 FROM suppression WHERE email_key = @emailKey AND reason = 'unsubscribed')
      THEN 1 ELSE 0 END AS unsubscribed,
    CASE WHEN key_check IS NULL THEN 0 ELSE 1 END AS encrypted
  FROM wave JOIN letter ON letter.wave_id = wave.id WHERE wave.id = @waveId`

interface Row {
  readonly state: string
  readonly withdrawn: number
  readonly answers: number
  readonly reply: string | null
  readonly unsubscribed: 0 | 1
  readonly encrypted: 0 | 1
}

export const trialStore = (database: QueryDatabase, deps: BeginDeps & RemoveDeps): TrialStore => ({
  begin: (trial) => beginTrial(database, deps, trial),
  rows: async (waveId, address) => {
    const { query } = database
    const row = await query.get<Row>(ROWS, { waveId, emailKey: addressKey(deps.keyring, address) })
    return row
      ? {
          answers: row.answers,
          withdrawn: row.withdrawn,
          letter: { state: row.state, reply: row.reply },
          isUnsubscribed: row.unsubscribed === 1,
          isKeyPresent: row.encrypted === 0 || (await isHeldByAll(query, waveId)),
        }
      : null
  },
  remove: (now, endedBy) => removeTrial(database, deps, now, endedBy),
})
