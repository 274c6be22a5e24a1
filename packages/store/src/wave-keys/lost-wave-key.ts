import { fail, type Instant, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { addAuditEntry } from '../audit-log/add-audit-entry.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { isKeyOf } from './answer-cipher.ts'
import type { WaveKeys } from './wave-key-folder.ts'

export interface LostKeyFault {
  /** `wave-open`: its travelers still answer on an instance that has the key. */
  readonly code: 'no-wave' | 'wave-open' | 'not-encrypted' | 'key-present'
}

/**
 * Records that the key of a closed wave is lost, so that the wave is unlinked without its answers, which nobody can read
 * any more. Cannot be undone. Returns the number of lost answers.
 */
export async function confirmLostKey(
  database: QueryDatabase,
  waveKeys: WaveKeys,
  { period, at }: { readonly period: PeriodKey; readonly at: Instant },
): Promise<Outcome<number, LostKeyFault>> {
  return database.transaction(async ({ records }) => {
    const wave = await records.wave.findUnique({ where: { period } })
    if (!wave) return fail('no-wave')
    if (!wave.keyCheck || wave.unlinkedAt) return fail('not-encrypted')
    if (wave.status === 'open') return fail('wave-open')
    const key = waveKeys.find(wave.id)
    if (key && isKeyOf(key, { id: wave.id, keyCheck: wave.keyCheck })) return fail('key-present')
    await records.wave.update({ where: { period }, data: { keyLostAt: new Date(at) } })
    await addAuditEntry(records, { act: 'wave-key-lost', at, subject: period })
    return ok(wave.answeredCount)
  })
}
