import { ROLE_OF } from '@wayproof/accounts/accounts/person'
import { mailedReaders, type SummaryReader } from '@wayproof/accounts/outbox/letter-readers'
import type { Prisma } from '@wayproof/database/generated/client'
import type { QueryTransaction } from '@wayproof/database/query/query-database'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { OWNERS } from '../goals/goal.ts'
import type { Freeze } from './period-close.ts'
import type { Restatement } from './ports.ts'

const usersOf = ({ user }: Prisma.TransactionClient, where: Prisma.UserWhereInput) =>
  user.findMany({ where, select: { id: true, locale: true }, orderBy: { id: 'asc' } })

/** Asks everyone who is responsible for a goal to sign the frozen half-year. */
export async function askToSign(
  { records, query }: QueryTransaction,
  ids: Ids,
  { id, period, version, frozenAt }: Omit<Freeze, 'parts' | 'frozenBy'>,
): Promise<void> {
  for (const owner of new Set(Object.values(OWNERS))) {
    for (const person of await usersOf(records, { role: ROLE_OF[owner] })) {
      const data = { period, version, stage: 'frozen', owner } as const
      const letter = { kind: 'closing-reminder', locale: nearestLocale(person.locale), data } as const
      const recipient = { kind: 'user', id: person.id } as const
      await insertLetter(query, ids.next(), { letter, recipient, dedupeKey: `sign:${id}:${person.id}` }, frozenAt)
    }
  }
}

/**
 * Letters are deleted after 13 months; then the editions have the readers of a summary. A half-year from before
 * editions has neither, and all executives count as its readers.
 */
async function recipientsOf(
  { records, query }: QueryTransaction,
  period: PeriodKey,
): Promise<readonly SummaryReader[]> {
  const mailed = await mailedReaders(query, period)
  if (mailed) return mailed
  const readers = await records.editionReader.findMany({ where: { edition: { period } }, select: { userId: true } })
  const users = await usersOf(records, { id: { in: readers.map(({ userId }) => userId) } })
  const recipients = users.length > 0 ? users : await usersOf(records, { role: 'executive' })
  return recipients.map((user) => ({ kind: 'user', ...user }))
}

/** Mails a restatement to everyone who got the summary of the half-year. Returns their number. */
export async function mailRestatement(
  transaction: QueryTransaction,
  ids: Ids,
  { restatement, at, timeZone }: { readonly restatement: Restatement; readonly at: Instant; readonly timeZone: string },
): Promise<number> {
  const { period, version } = restatement
  const recipients = await recipientsOf(transaction, period)
  for (const { locale, ...recipient } of recipients) {
    const data = { ...restatement, sealedOn: dateAt(at, timeZone) }
    const letter = { kind: 'restatement', locale: nearestLocale(locale), data } as const
    const dedupeKey = `restatement:${period}:${version}:${recipient.id}`
    await insertLetter(transaction.query, ids.next(), { letter, recipient, dedupeKey }, at)
  }
  return recipients.length
}
