import { DatabaseFault } from '@wayproof/database/database-fault'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { holdersOf } from './survey-instances.ts'
import type { WaveKeys } from './wave-key-folder.ts'

/** How long a survey instance may take to delete its copy of a key: several of its reports. */
const LONGEST_WAIT_MS = 30_000
const PAUSE_MS = 500

const IS_CUT = 'SELECT 1 FROM wave WHERE id = @waveId AND unlinked_at IS NOT NULL'

const DESTROYED = `UPDATE wave SET key_destroyed_at = @at
  WHERE id = @waveId AND key_check IS NOT NULL AND key_destroyed_at IS NULL RETURNING period`

/**
 * Destroys the key of a wave if its ties are cut, and records it once no survey instance has a copy. Throws DatabaseFault
 * `busy` if an instance keeps it.
 */
export async function destroyWaveKey(
  database: QueryDatabase,
  { waveKeys }: { readonly waveKeys?: WaveKeys | undefined },
  waveId: Id,
  at: Instant,
): Promise<void> {
  if (!(await database.query.get(IS_CUT, { waveId }))) return
  waveKeys?.destroy(waveId)
  const end = database.now() + LONGEST_WAIT_MS
  while ((await holdersOf(database.query, waveId)).length > 0) {
    if (database.now() > end) throw new DatabaseFault('busy', `a survey instance keeps the key of wave ${waveId}`)
    await database.sleep(PAUSE_MS)
  }
  await database.write(async (query) => {
    const [wave] = await query.all<{ period: string }>(DESTROYED, { waveId, at: new Date(at) })
    if (wave) await insertAuditEntry(query, { act: 'wave-key-destroyed', at, subject: wave.period })
  })
}
