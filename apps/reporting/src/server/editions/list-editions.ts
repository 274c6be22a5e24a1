import { fail, type Id, type Outcome, ok } from '@wayproof/kernel'
import type { ArchivedLetter, EditionDelivery } from '@wayproof/letters'
import type { Edition } from '@wayproof/scorecard'
import type { Person } from '@wayproof/store'
import type { Parts } from '../context.ts'

export interface ShownEdition {
  readonly edition: Edition
  readonly letters: readonly ArchivedLetter[]
  /** Null for those who do not see who was sent it. */
  readonly ledger: readonly EditionDelivery[] | null
}

/** What waits is the officers' matter; everyone reads what was sent. */
const maySee = ({ role }: Person, { state }: Edition): boolean => role === 'officer' || state === 'sent'

export const listEditions = async ({ store }: Pick<Parts, 'store'>, reader: Person): Promise<readonly Edition[]> =>
  (await store.editions.list()).filter((edition) => maySee(reader, edition))

/** Fault `edition-unknown`. */
export async function showEdition(
  { store }: Pick<Parts, 'store'>,
  reader: Person,
  id: Id,
): Promise<Outcome<ShownEdition>> {
  const edition = await store.editions.find(id)
  if (!edition || !maySee(reader, edition)) return fail('edition-unknown')
  const seesReaders = reader.role === 'officer' || reader.role === 'auditor'
  return ok({
    edition,
    letters: await store.editions.archive(id),
    ledger: seesReaders ? await store.editions.ledger(id) : null,
  })
}
