import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import type { Letter } from '../../letter/letter.ts'
import type { Outbox, PostedLetter } from '../outbox.ts'
import { outboxStore } from '../outbox-rows.ts'

export const ring = keyring(new Uint8Array(32).fill(3))

let next = 0
export const ids = {
  next: () => {
    next += 1
    return `00000000-0000-4000-8000-${String(next).padStart(12, '0')}`
  },
}

export const letter: Letter = {
  kind: 'survey-invitation',
  locale: 'en',
  data: {
    ...{ invitationId: 'i', generation: 0, travelerId: 't', period: '2025-H2', closesOn: '2026-01-31' },
    smallestGroup: 5,
  },
}

export const toTraveler = (id: string): PostedLetter => ({
  letter,
  recipient: { kind: 'traveler', id },
  dedupeKey: `k:${id}`,
})

const INSERT = `INSERT INTO traveler (id, customer_number, email_sealed, email_key, locale, trip_type, channel, region,
    last_trip, adult, basis_holds, import_id)
  VALUES (@id, @id, @sealed, @emailKey, 'en', 'group', 'app', 'east', '2025-11', TRUE, TRUE, 'x')`

/** The outbox of an empty database, with one letter to each traveler, due at 1000. */
export async function outboxOf<Database extends StoreDatabase>(
  database: Database,
  travelers: readonly string[],
): Promise<{ readonly database: Database; readonly outbox: Outbox }> {
  await (database as QueryDatabase).write(async (query) => {
    for (const id of travelers) {
      const email = `${id}@traveler.example`
      const sealed = ring.seal('address', email, new Uint8Array(NONCE_BYTES).fill(next))
      await query.run(INSERT, { id, sealed, emailKey: ring.mac('address-look-up', email) })
    }
  })
  const outbox = outboxStore({ database, keyring: ring, ids })
  await outbox.post(travelers.map(toTraveler), 1000)
  return { database, outbox }
}
