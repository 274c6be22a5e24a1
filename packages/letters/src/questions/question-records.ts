import type { Prisma } from '@wayproof/database/generated/client'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Id } from '@wayproof/kernel/id'
import { type AskingParts, askOfficers, questionOf } from './question-rows.ts'
import type { GivenAnswer, QuestionStore } from './question-store.ts'
import { confirmClock } from './start/trusted-clock-store.ts'
import { withdrawQuestion } from './start/withdraw-question.ts'

// Earlier versions asked about summaries, which editions replaced.
const ASKED = { kind: { notIn: ['late-summary', 'summary-failed'] } }

export function questionStore(database: QueryDatabase, parts: AskingParts): QuestionStore {
  return {
    ask: (question, at) => database.transaction((transaction) => askOfficers(transaction, parts, question, at)),
    withdraw: async ({ kind, subject }, at) => {
      // Reads first: usually no question is open, and then no writer has to wait.
      const { officerQuestion } = await database.records()
      if (!(await officerQuestion.findFirst({ where: { kind, subject, endedAt: null } }))) return false
      return database.write((query) => withdrawQuestion(query, kind, subject, at))
    },
    answer: (id, given) => database.transaction(({ records }) => answerQuestion(records, id, given)),
    confirmClock: (id, { by, at }) =>
      database.transaction(async ({ records, query }) => {
        const isOpen = await answerQuestion(records, id, { answer: 'right', by, at, ends: true })
        if (isOpen) await confirmClock(query, at)
        return isOpen
      }),
    open: async () => {
      const { officerQuestion } = await database.records()
      const open = await officerQuestion.findMany({
        where: { ...ASKED, endedAt: null },
        orderBy: [{ askedAt: 'asc' }, { kind: 'asc' }, { subject: 'asc' }],
      })
      return open.map(questionOf)
    },
    find: async (id) => {
      const { officerQuestion } = await database.records()
      const row = await officerQuestion.findUnique({ where: { id, ...ASKED } })
      return row && questionOf(row)
    },
    settled: async (most) => {
      const { officerQuestion } = await database.records()
      const settled = await officerQuestion.findMany({
        where: { ...ASKED, endedAt: { not: null } },
        orderBy: [{ endedAt: 'desc' }, { kind: 'asc' }, { subject: 'asc' }],
        take: most,
      })
      return settled.map(questionOf)
    },
  }
}

/** For a transaction: stores an answer to an open question. False if it is not open. */
async function answerQuestion(
  records: Prisma.TransactionClient,
  id: Id,
  { answer, by, at, ends }: GivenAnswer,
): Promise<boolean> {
  const answered = { answer, answeredBy: by, answeredAt: new Date(at), endedAt: ends ? new Date(at) : null }
  const { officerQuestion } = records
  if ((await officerQuestion.updateMany({ where: { id, endedAt: null }, data: answered })).count === 0) return false
  const { kind } = await officerQuestion.findUniqueOrThrow({ where: { id } })
  await addAuditEntry(records, { act: 'question-answered', at, subject: kind, details: { answer } })
  return true
}
