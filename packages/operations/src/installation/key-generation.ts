import { DatabaseFault } from '@wayproof/database/database-fault'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { linkedWave } from './linked-wave.ts'

interface GenerationRow {
  readonly databaseId: string
  readonly generation: number
  /** Null for the first generation. */
  readonly generationCheck: Uint8Array | null
}

const GENERATION = 'SELECT database_id AS databaseId, generation, generation_check AS generationCheck FROM installation'

/**
 * The newest generation of the key that has opened a database. Throws DatabaseFault `key-generation-missing` if the
 * keyring lacks it: it could read no row that was encrypted since.
 */
export async function assertGeneration(query: ReadQuery, keyring: Keyring): Promise<number> {
  const row = await query.get<GenerationRow>(GENERATION)
  if (!row?.generationCheck) return 1
  const { databaseId, generation, generationCheck } = row
  if (!keyring.verify('generation-check', databaseId, generationCheck))
    throw new DatabaseFault('key-generation-missing', `the key file lacks generation ${generation}`, {
      detail: String(generation),
    })
  return generation
}

const TAKE =
  'UPDATE installation SET generation = @generation, generation_check = @check WHERE generation < @generation'

/**
 * Lets a database use the newest generation of the keyring, in the transaction of `query`: from then on it refuses key
 * files without it. Throws DatabaseFault `key-generation-early` while a wave is open or not yet unlinked, because links,
 * drafts and receipt codes of the wave would become worthless.
 */
export async function takeGeneration(query: Query, keyring: Keyring, at: Instant): Promise<void> {
  const linked = await linkedWave(query)
  if (linked) throw new DatabaseFault('key-generation-early', `the wave ${linked} is not unlinked`, { detail: linked })
  await takeWithWaves(query, keyring, at)
}

/** Like `takeGeneration`, for a restored database, whose open waves were closed before the newest generation was made. */
export async function takeWithWaves(query: Query, keyring: Keyring, at: Instant): Promise<void> {
  const { generations: generation } = keyring
  const databaseId = (await query.get<GenerationRow>(GENERATION))?.databaseId ?? ''
  const check = keyring.mac('generation-check', databaseId)
  if ((await query.run(TAKE, { generation, check })) > 0)
    await insertAuditEntry(query, { act: 'key-rotated', at, subject: String(generation) })
}
