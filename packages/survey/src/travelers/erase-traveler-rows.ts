import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { overwriteDeleted } from '@wayproof/database/sqlite/overwrite-deleted'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { proveDeletion } from '@wayproof/journal/deletion-proofs/deletion-proof'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import { suppressAddress } from '@wayproof/journal/outbox/suppress-address'
import type { Erasure, ErasureOf } from './erasure.ts'
import { removeTravelers } from './remove-travelers.ts'

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
