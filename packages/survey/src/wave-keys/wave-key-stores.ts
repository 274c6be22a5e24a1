import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { answeredCount } from '../answers/add-up-counters.ts'
import { TRIAL } from '../trial/trial-columns.ts'
import { isKeyOf } from './answer-cipher.ts'
import { type SurveyInstances, surveyInstances } from './survey-instances.ts'
import type { WaveKeys } from './wave-key-folder.ts'

export interface WaveKeyStores {
  /** Null if no key can be read. Without new encrypted waves, an earlier one may still be open. */
  readonly surveyInstances: SurveyInstances | null
  readonly lostKeys: LostKeyStore
  /** Whether the folder of wave keys is inside a folder of data or backups, whose copy would contain both. */
  areKeysAmongData(): boolean
  /** Whether an installation with a public address must not start like that. */
  mustKeysBeApart(): Promise<boolean>
}

export interface WaveKeyDeps {
  /** Absent if no key can be read. */
  readonly waveKeys: WaveKeys | undefined
  /** Folders of data and backups; none if no new wave is encrypted. */
  readonly dataFolders: readonly string[]
}

export const waveKeyStores = (database: QueryDatabase, { waveKeys, dataFolders }: WaveKeyDeps): WaveKeyStores => ({
  surveyInstances: waveKeys ? surveyInstances(database, waveKeys) : null,
  lostKeys: lostKeyStore(database, waveKeys),
  areKeysAmongData: () => waveKeys?.isInside(dataFolders) ?? false,
  mustKeysBeApart: () => mustKeysBeApart(database.query),
})

/**
 * An installation that began under the rule, unless a wave is linked: its travelers must be able to answer, and its close
 * needs the key where it is.
 */
const HELD = `SELECT 1 FROM installation
  WHERE keys_apart AND NOT EXISTS (SELECT 1 FROM wave WHERE status NOT IN ('unlinked', '${TRIAL}'))`

/** Whether an installation with a public address must not run with its wave keys among its data. */
export const mustKeysBeApart = async (query: ReadQuery): Promise<boolean> => (await query.get(HELD)) !== undefined

interface LostKeyFault {
  /** `wave-open`: its travelers still answer on an instance that has the key. */
  readonly code: 'no-wave' | 'wave-open' | 'not-encrypted' | 'key-present'
}

interface LostKeyStore {
  /** The number of answers of a closed wave that are lost with its key. */
  find(period: PeriodKey): Promise<Outcome<number, LostKeyFault>>
  /**
   * Records that the key is lost, so that the wave is unlinked without its answers. Cannot be undone. Returns the
   * number of lost answers.
   */
  confirm(period: PeriodKey, at: Instant): Promise<Outcome<number, LostKeyFault>>
}

const ANSWERED = `SELECT ${answeredCount('wave')} AS n FROM wave WHERE period = @period`

export function lostKeyStore(database: QueryDatabase, waveKeys: WaveKeys | undefined): LostKeyStore {
  const find = async (
    { records, query }: QueryTransaction,
    period: PeriodKey,
  ): Promise<Outcome<number, LostKeyFault>> => {
    const wave = await records.wave.findUnique({ where: { period } })
    if (!wave) return fail('no-wave')
    const { id, keyCheck } = wave
    if (!keyCheck || wave.unlinkedAt) return fail('not-encrypted')
    if (wave.status === 'open') return fail('wave-open')
    const key = waveKeys?.find(id)
    if (key && isKeyOf(key, { id, keyCheck })) return fail('key-present')
    return ok((await query.get<{ n: number }>(ANSWERED, { period }))?.n ?? 0)
  }
  return {
    find: (period) => database.transaction((transaction) => find(transaction, period)),
    confirm: (period, at) =>
      database.transaction(async (transaction) => {
        const lost = await find(transaction, period)
        if (!lost.ok) return lost
        const { records } = transaction
        await records.wave.update({ where: { period }, data: { keyLostAt: new Date(at) } })
        await addAuditEntry(records, { act: 'wave-key-lost', at, subject: period })
        return lost
      }),
  }
}
