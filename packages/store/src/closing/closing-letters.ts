import { dateAt, type Id, type Ids, type Instant, nearestLocale, type PeriodKey } from '@wayproof/kernel'
import type { Freeze, Restatement } from '@wayproof/scorecard'
import { OWNERS } from '@wayproof/scorecard'
import { ROLE_OF } from '../accounts/person.ts'
import type { Sql } from '../engine/sql.ts'
import { insertLetter } from '../outbox/insert-letter.ts'

interface ReaderRow {
  readonly id: Id
  readonly locale: string
}

/** Asks everybody who answers for a goal to sign what was frozen. */
export function askToSign(
  sql: Sql,
  ids: Ids,
  { id, period, version, frozenAt }: Omit<Freeze, 'parts' | 'frozenBy'>,
): void {
  for (const owner of new Set(Object.values(OWNERS))) {
    const people = sql<ReaderRow>('SELECT id, locale FROM user WHERE role = ? ORDER BY id').all(ROLE_OF[owner])
    for (const person of people) {
      const data = { period, version, stage: 'frozen', owner } as const
      const letter = { kind: 'closing-reminder', locale: nearestLocale(person.locale), data } as const
      const recipient = { kind: 'user', id: person.id } as const
      insertLetter(sql, ids.next(), { letter, recipient, dedupeKey: `sign:${id}:${person.id}` }, frozenAt)
    }
  }
}

// A reader whose summary is still on its way gets the restatement too; who has left since is sorted out at sending.
const RECIPIENTS = `SELECT recipient_kind AS kind, recipient_id AS id, max(locale) AS locale FROM letter
  WHERE kind = 'executive-summary' AND json_extract(data, '$.summary.scorecard.period') = ?
    AND state IN ('queued', 'sent', 'written', 'complained')
  GROUP BY recipient_kind, recipient_id ORDER BY recipient_id`

const MAILED = `SELECT 1 FROM letter
  WHERE kind = 'executive-summary' AND json_extract(data, '$.summary.scorecard.period') = ? LIMIT 1`

const EXECUTIVES = `SELECT 'user' AS kind, id, locale FROM user WHERE role = 'executive' ORDER BY id`

interface RecipientRow extends ReaderRow {
  readonly kind: 'user' | 'address'
}

const LEDGER = `SELECT DISTINCT 'user' AS kind, user.id, user.locale FROM edition_reader
  JOIN edition ON edition.id = edition_id JOIN user ON user.id = user_id
  WHERE edition.period = ? ORDER BY user.id`

/**
 * Letters are deleted after a year and a month: then the ledger of the editions tells who got the summary. Of half-years before
 * there were editions nothing does, and all executives are told.
 */
function recipientsOf(sql: Sql, period: PeriodKey): readonly RecipientRow[] {
  if (sql(MAILED).get(period)) return sql<RecipientRow>(RECIPIENTS).all(period)
  const readers = sql<RecipientRow>(LEDGER).all(period)
  return readers.length > 0 ? readers : sql<RecipientRow>(EXECUTIVES).all()
}

/** Tells everybody who got the summary of the half-year what is restated; gives how many that are. */
export function tellOfRestatement(
  sql: Sql,
  ids: Ids,
  { restatement, at, timeZone }: { readonly restatement: Restatement; readonly at: Instant; readonly timeZone: string },
): number {
  const { period, version } = restatement
  const recipients = recipientsOf(sql, period)
  for (const { kind, id, locale } of recipients) {
    const data = { ...restatement, sealedOn: dateAt(at, timeZone) }
    const letter = { kind: 'restatement', locale: nearestLocale(locale), data } as const
    const dedupeKey = `restatement:${period}:${version}:${id}`
    insertLetter(sql, ids.next(), { letter, recipient: { kind, id }, dedupeKey }, at)
  }
  return recipients.length
}
