import type { OfficerQuestion as Row } from '@wayproof/database/generated/client'
import type { QueryTransaction } from '@wayproof/database/query/query-database'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import type { LetterData } from '../letter/letter.ts'
import { type Asked, type OfficerQuestion, type QuestionAnswer, subjectOf } from './officer-question.ts'

/** A question from its record. */
export function questionOf({ id, kind, data, askedAt, answer, answeredAt, answeredBy, endedAt }: Row): OfficerQuestion {
  const question = { kind, data: JSON.parse(data) as unknown } as Asked
  const at = (answeredAt ?? askedAt).getTime()
  const stored = answer === null ? null : { answer: answer as QuestionAnswer, by: answeredBy ?? '', at }
  return { id, askedAt: askedAt.getTime(), endedAt: endedAt?.getTime() ?? null, ...question, answer: stored }
}

export interface AskingParts {
  readonly ids: Ids
  readonly timeZone: string
}

/** Opens a question and writes to every officer, in the transaction that causes it. False if it is already open. */
export async function askOfficers(
  { records, query }: Pick<QueryTransaction, 'records' | 'query'>,
  { ids, timeZone }: AskingParts,
  officerQuestion: Asked,
  at: Instant,
): Promise<boolean> {
  const { kind, data } = officerQuestion
  const question = { kind, subject: subjectOf(officerQuestion) }
  if (await records.officerQuestion.findFirst({ where: { ...question, endedAt: null } })) return false
  const id = ids.next()
  await records.officerQuestion.create({
    data: { id, ...question, data: JSON.stringify(data), askedAt: new Date(at) },
  })
  await mailOfficers({ records, query }, ids, { id, asked: officerQuestion, timeZone }, at)
  return true
}

/** Writes to every officer that the cause of a question has ended, after its open question was withdrawn. */
export const mailEnd = (
  transaction: Pick<QueryTransaction, 'records' | 'query'>,
  { ids, timeZone }: AskingParts,
  asked: Asked,
  endedAt: Instant,
  now: Instant,
): Promise<void> => mailOfficers(transaction, ids, { id: ids.next(), asked, timeZone, endedAt }, now)

async function mailOfficers(
  { records, query }: Pick<QueryTransaction, 'records' | 'query'>,
  ids: Ids,
  data: LetterData['officer-question'],
  at: Instant,
): Promise<void> {
  const officers = await records.user.findMany({ where: { role: 'officer' }, orderBy: { id: 'asc' } })
  for (const officer of officers) {
    const letter = { kind: 'officer-question', locale: nearestLocale(officer.locale), data } as const
    const recipient = { kind: 'user', id: officer.id } as const
    const dedupeKey = `officer-question:${data.id}:${officer.id}`
    await insertLetter(query, ids.next(), { letter, recipient, dedupeKey }, at)
  }
}
