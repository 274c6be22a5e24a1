import { ownerOf, type Person } from '@wayproof/accounts/accounts/person'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ArchivedLetter, EditionDelivery } from '@wayproof/letters/editions/edition-store'
import type { Edition, EditionReaderKind } from '@wayproof/scorecard/editions/edition'
import type { Services } from '../trpc/context.ts'

export interface ShownEdition {
  readonly edition: Edition
  readonly letters: readonly ArchivedLetter[]
  /** The letter that the reader was sent; null if none was. */
  readonly own: Pick<ArchivedLetter, 'reader' | 'locale'> | null
  /** Null for readers who may not see the recipients. */
  readonly ledger: readonly EditionDelivery[] | null
}

/** Only officers see waiting editions; everyone sees sent ones. */
const maySee = ({ role }: Person, { state }: Edition): boolean => role === 'officer' || state === 'sent'

export const listEditions = async ({ store }: Pick<Services, 'store'>, reader: Person): Promise<readonly Edition[]> =>
  (await store.editions.list()).filter((edition) => maySee(reader, edition))

/** Fault `edition-unknown`. */
export async function showEdition(
  { store }: Pick<Services, 'store'>,
  reader: Person,
  id: Id,
): Promise<Outcome<ShownEdition>> {
  const edition = await store.editions.find(id)
  if (!edition || !maySee(reader, edition)) return fail('edition-unknown')
  const letters = await store.editions.archive(id)
  const ledger = await store.editions.ledger(id)
  const delivery = ledger.find(({ userId }) => userId === reader.id)
  const maySeeAll = reader.role === 'officer' || reader.role === 'auditor'
  return ok({
    edition,
    letters: maySeeAll ? letters : lettersFor(delivery?.reader ?? readerOf(reader), letters),
    own: delivery ? { reader: delivery.reader, locale: delivery.locale } : null,
    ledger: maySeeAll ? ledger : null,
  })
}

const readerOf = ({ role }: Person): EditionReaderKind => ownerOf(role) ?? 'executive'

/** The letters of a kind of reader; the executives' letters if that kind was sent none. */
function lettersFor(kind: EditionReaderKind, letters: readonly ArchivedLetter[]): readonly ArchivedLetter[] {
  const ownLetters = letters.filter(({ reader }) => reader === kind)
  return ownLetters.length > 0 ? ownLetters : letters.filter(({ reader }) => reader === 'executive')
}
