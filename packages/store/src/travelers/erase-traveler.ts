import type { Erasure, ErasureOf } from '@wayproof/survey'
import { insertAuditEntry } from '../audit-log/rows/insert-audit-entry.ts'
import type { Journal } from '../backup/journal.ts'
import type { Query, ReadQuery } from '../engine/query/query.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { suppressAddress } from '../outbox/suppress-address.ts'
import { proveDeletion } from '../retention/deletion-proof.ts'
import { overwriteDeleted } from '../retention/overwrite-deleted.ts'
import { removeTravelers } from '../retention/remove-travelers.ts'

interface TravelerRow {
  readonly id: string
  readonly emailKey: Uint8Array
}

const SELECT = 'SELECT id, email_key AS emailKey FROM traveler'

const findTraveler = (query: ReadQuery, person: ErasureOf['person']): Promise<TravelerRow | undefined> =>
  'emailKey' in person
    ? query.get<TravelerRow>(`${SELECT} WHERE email_key = @emailKey`, { emailKey: person.emailKey })
    : query.get<TravelerRow>(`${SELECT} WHERE customer_number = @number`, { number: person.customerNumber })

/**
 * Deletes, suppresses and proves in one transaction, then overwrites the bytes. Null for an unknown customer number.
 * The keyed hash of an unknown address is suppressed all the same, because the next import may contain it.
 */
export async function eraseTraveler(
  database: StoreDatabase,
  { person, day, at }: ErasureOf,
  journal?: Journal,
): Promise<Erasure | null> {
  const erase = async (query: Query) => {
    const traveler = await findTraveler(query, person)
    const emailKey = 'emailKey' in person ? person.emailKey : traveler?.emailKey
    if (!emailKey) return null
    await suppressAddress(query, emailKey, 'erased', at)
    await insertAuditEntry(query, { act: 'erased', at })
    journal?.record({ kind: 'erased', emailKey, travelerId: traveler?.id ?? null, at })
    if (!traveler) return false
    const { traveler: travelers = 0, invitation: invitations = 0 } = await removeTravelers(query, [traveler.id])
    // Reminders and drafts exist only for travelers who have not answered, so letters, delivery records and drafts are
    // deleted without a count.
    await proveDeletion(query, { day, rule: 'erasure', days: null }, { invitation: invitations, traveler: travelers })
    return true
  }
  const queries: QueryDatabase = database
  const wasErased = await queries.write(erase)
  if (wasErased === null) return null
  // The server of PostgreSQL overwrites freed space.
  const isFile = database.engine === 'sqlite'
  return { found: wasErased, overwritten: !wasErased || (isFile && (await overwriteDeleted(database, at))) }
}
