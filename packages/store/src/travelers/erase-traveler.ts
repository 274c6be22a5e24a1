import type { Erasure, ErasureOf } from '@wayproof/survey'
import type { Journal } from '../backup/journal.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { suppressAddress } from '../outbox/suppress-address.ts'
import { proveDeletion } from '../retention/deletion-proof.ts'
import { overwriteDeleted } from '../retention/overwrite-deleted.ts'
import { removeTravelers } from '../retention/remove-travelers.ts'

interface TravelerRow {
  readonly id: string
  readonly email_key: Uint8Array
}

/**
 * Deletes, suppresses and proves in one transaction; then overwrites the bytes. Null where a number is nobody's; of an address
 * that is nobody's the keyed hash is kept all the same, for the next import may bring it.
 */
export async function eraseTraveler(
  database: SqliteDatabase,
  { person, day, at }: ErasureOf,
  journal?: Journal,
): Promise<Erasure | null> {
  const found = await database.write(async (sql) => {
    const traveler =
      'emailKey' in person
        ? sql<TravelerRow>('SELECT id, email_key FROM traveler WHERE email_key = ?').get(person.emailKey)
        : sql<TravelerRow>('SELECT id, email_key FROM traveler WHERE customer_number = ?').get(person.customerNumber)
    const emailKey = 'emailKey' in person ? person.emailKey : traveler?.email_key
    if (!emailKey) return null
    await suppressAddress(sql, emailKey, 'erased', at)
    journal?.record({ kind: 'erased', emailKey, travelerId: traveler?.id ?? null, at })
    if (!traveler) return false
    const { traveler: travelers = 0, invitation: invitations = 0 } = await removeTravelers(sql, [traveler.id])
    // Reminders and a draft are there only of somebody who has not answered, so letters, their ledger and drafts are
    // deleted without a count.
    await proveDeletion(sql, { day, rule: 'erasure', days: null }, { invitation: invitations, traveler: travelers })
    return true
  })
  if (found === null) return null
  return { found, overwritten: !found || (await overwriteDeleted(database, at)) }
}
