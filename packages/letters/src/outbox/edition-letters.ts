import type { Prisma } from '@wayproof/database/generated/client'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { QueryTransaction } from '@wayproof/database/query/query-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { EditionDelivery, IssuedLetter } from '../editions/edition-store.ts'
import type { BouncingUser } from '../questions/bouncing-user.ts'
import { isHiddenLetter } from './hidden-letter.ts'

const LEDGER = `SELECT edition_reader.user_id AS userId, name, reader, edition_reader.locale,
    coalesce(letter.state, 'deleted') AS state,
    coalesce((SELECT smtp_reply FROM delivery WHERE delivery.letter_id = letter.id ORDER BY number DESC LIMIT 1),
      letter.reason) AS reply,
    times, posted_at AS postedAt
  FROM edition_reader LEFT JOIN letter ON letter.id = letter_id WHERE edition_id = @id ORDER BY name, userId`

export const readLedger = (query: ReadQuery, id: Id): Promise<readonly EditionDelivery[]> =>
  query.all<EditionDelivery>(LEDGER, { id })

// Only the latest letter counts: once it has arrived, the bounce of an older one does not matter. If two have the same
// time, the one that was sent counts. The bounce of a hidden letter would tell that there was one.
const BOUNCING = `SELECT person.id AS userId, person.name, person.email, letter.state,
    coalesce((SELECT smtp_reply FROM delivery WHERE delivery.letter_id = letter.id ORDER BY number DESC LIMIT 1),
      letter.reason) AS reply,
    coalesce(letter.sent_at, letter.created_at) AS at
  FROM "user" person JOIN letter ON letter.id = (SELECT id FROM letter AS latest WHERE latest.recipient_kind = 'user'
      AND latest.recipient_id = person.id AND latest.state NOT IN ('queued', 'suppressed')
      AND NOT ${isHiddenLetter('latest')}
    ORDER BY latest.created_at DESC, latest.sent_at IS NULL, latest.sent_at DESC, latest.id DESC LIMIT 1)
  WHERE letter.state IN ('failed', 'bounced', 'complained') ORDER BY person.name, person.id`

export const readBouncing = (query: ReadQuery): Promise<readonly BouncingUser[]> => query.all<BouncingUser>(BOUNCING)

/** Posts the letters of an edition and lists their readers, inside the transaction that sends it. */
export async function postLetters(
  { records, query }: QueryTransaction,
  editionId: Id,
  letters: readonly IssuedLetter[],
  ids: Ids,
  at: Instant,
): Promise<void> {
  const readers: Prisma.EditionReaderCreateManyInput[] = []
  for (const { reader, posted } of letters) {
    const { id: userId, ...addressed } = reader
    const letterId = ids.next()
    await insertLetter(query, letterId, posted, at)
    readers.push({ ...addressed, editionId, userId, letterId, postedAt: new Date(at) })
  }
  await records.editionReader.createMany({ data: readers })
}

const FAILED = `SELECT user_id AS userId, letter_id AS letterId, times + 1 AS times
  FROM edition_reader JOIN letter ON letter.id = letter_id
  WHERE edition_id = @editionId AND letter.state IN ('failed', 'bounced')
    AND EXISTS (SELECT 1 FROM "user" WHERE "user".id = user_id)`

const COPY = `INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, state, not_before, created_at)
  SELECT @id, kind, recipient_kind, recipient_id, locale, data, @dedupeKey, 'queued', @at, @at FROM letter
  WHERE id = @letterId`

const POSTED = `UPDATE edition_reader SET letter_id = @id, times = @times, posted_at = @at
  WHERE edition_id = @editionId AND user_id = @userId`

/** Posts a new letter for each that failed or bounced; the ledger keeps the latest. */
export async function postAgain(query: Query, editionId: Id, ids: Ids, now: Instant): Promise<number> {
  const failed = await query.all<{ userId: Id; letterId: Id; times: number }>(FAILED, { editionId })
  const at = new Date(now)
  for (const { userId, letterId, times } of failed) {
    const id = ids.next()
    await query.run(COPY, { id, letterId, at, dedupeKey: `edition:${editionId}:${userId}:${times}` })
    await query.run(POSTED, { id, times, at, editionId, userId })
  }
  const edition = await query.get<{ period: string }>('SELECT period FROM edition WHERE id = @editionId', { editionId })
  const [subject, details] = [edition?.period ?? '', { count: failed.length }]
  if (failed.length > 0) await insertAuditEntry(query, { act: 'edition-sent-again', at: now, subject, details })
  return failed.length
}
