import type { Owner } from '@wayproof/accounts/accounts/person'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import type { EditionNoticeData } from '../letter/letter.ts'
import type { PostedLetter } from '../outbox/outbox.ts'
import type { EditionReader } from './edition-store.ts'

type Waiting = Pick<Edition, 'id' | 'kind' | 'period' | 'occasion' | 'dueOn' | 'sendsOn' | 'reasons'>

/** Letters about an edition that waits: to every officer, and for a held one to the owners of what is missing. */
export function editionNotices(
  { id, reasons, ...edition }: Waiting,
  waits: EditionNoticeData['waits'],
  readers: readonly EditionReader[],
): readonly PostedLetter[] {
  return readers.flatMap(({ id: userId, reader, locale }) => {
    if (reader === 'executive') return []
    const holdReasons = reader === 'privacy-officer' ? reasons : waits === 'held' ? ownedBy(reader) : []
    if (reader !== 'privacy-officer' && holdReasons.length === 0) return []
    const sendsOn = waits === 'held' ? edition.sendsOn : null
    const { kind, occasion, period, dueOn } = edition
    const data = { waits, kind, occasion, period, dueOn, sendsOn, reasons: holdReasons, reader }
    return [
      {
        letter: { kind: 'edition-notice', locale, data } as const,
        recipient: { kind: 'user', id: userId } as const,
        dedupeKey: `edition-${waits}:${id}:${userId}`,
      },
    ]
  })

  function ownedBy(owner: Owner) {
    return reasons.filter((reason) => reason.owner === owner)
  }
}
