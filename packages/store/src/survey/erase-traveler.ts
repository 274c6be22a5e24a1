import type { Erasure, ErasureOf } from '@wayproof/survey'
import { proveDeletion } from '../retention/deletion-proof.ts'
import { overwriteDeleted } from '../retention/overwrite-deleted.ts'
import { removeTravelers } from '../retention/remove-travelers.ts'
import type { Database } from '../sqlite/database.ts'
import { suppressAddress } from '../suppress-address.ts'

interface TravelerRow {
  readonly id: string
  readonly email_key: Uint8Array
}

/** Deletes, suppresses and proves in one transaction; then overwrites the bytes. Null when there is no such traveler. */
export async function eraseTraveler(database: Database, { who, day, at }: ErasureOf): Promise<Erasure | null> {
  const places = await database.write((sql) => {
    const traveler =
      'emailKey' in who
        ? sql<TravelerRow>('SELECT id, email_key FROM traveler WHERE email_key = ?').get(who.emailKey)
        : sql<TravelerRow>('SELECT id, email_key FROM traveler WHERE customer_number = ?').get(who.customerNumber)
    if (!traveler) return null
    const removed = removeTravelers(sql, [traveler.id])
    suppressAddress(sql, traveler.email_key, 'erased', at)
    proveDeletion(sql, { day, rule: 'erasure', days: null }, removed)
    return Object.values(removed).reduce((sum, count) => sum + count, 0)
  })
  return places === null ? null : { places, overwritten: await overwriteDeleted(database, at) }
}
