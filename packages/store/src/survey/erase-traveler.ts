import type { Erasure, ErasureOf } from '@wayproof/survey'
import type { Journal } from '../backup/journal.ts'
import { proveDeletion } from '../retention/deletion-proof.ts'
import { overwriteDeleted } from '../retention/overwrite-deleted.ts'
import { removeTravelers } from '../retention/remove-travelers.ts'
import type { Database } from '../sqlite/database.ts'
import { suppressAddress } from '../suppress-address.ts'

interface TravelerRow {
  readonly id: string
  readonly email_key: Uint8Array
}

/**
 * Deletes, suppresses and proves in one transaction; then overwrites the bytes. Null where a number is nobody's; of an address
 * that is nobody's the keyed hash is kept all the same, for the next import may bring it.
 */
export async function eraseTraveler(
  database: Database,
  { who, day, at }: ErasureOf,
  journal?: Journal,
): Promise<Erasure | null> {
  const removed = await database.write((sql) => {
    const traveler =
      'emailKey' in who
        ? sql<TravelerRow>('SELECT id, email_key FROM traveler WHERE email_key = ?').get(who.emailKey)
        : sql<TravelerRow>('SELECT id, email_key FROM traveler WHERE customer_number = ?').get(who.customerNumber)
    const emailKey = 'emailKey' in who ? who.emailKey : traveler?.email_key
    if (!emailKey) return null
    suppressAddress(sql, emailKey, 'erased', at)
    journal?.record({ kind: 'erased', emailKey, travelerId: traveler?.id ?? null, at })
    if (!traveler) return {}
    const theirs = removeTravelers(sql, [traveler.id])
    proveDeletion(sql, { day, rule: 'erasure', days: null }, theirs)
    return theirs
  })
  if (removed === null) return null
  const places = Object.values(removed).reduce((sum, count) => sum + count, 0)
  return { places, overwritten: places === 0 || (await overwriteDeleted(database, at)) }
}
