import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import { refuseOwnCase } from '@wayproof/journal/sample-data/sample-lock'
import type { Id } from '@wayproof/kernel/id'
import type { FloodStore } from '../conversation/flood.ts'
import { FLOODED, floodOf, inPieces, OPEN_OR_FLOODED, REOPENED } from '../floods/flooded.ts'
import type { ListedReport, SealedReport, SealedReportMessage, WhistleStore } from './ports.ts'
import type { WhistleReport } from './whistle-report.ts'

const OPEN = { status: { not: 'closed' } } as const
/** Columns that no list contains. */
const SECRET = { codeHash: true, reporterContactSealed: true } as const
/** The status of a report before each step. */
const BEFORE = { acknowledged: ['received'], 'in-examination': ['received', 'acknowledged'] }

/** A handler's act; the log says neither on which report nor which act. */
const HANDLED = { act: 'report-handled' } as const

/** Whistleblowers' reports in the database; contacts and texts are encrypted by the caller. */
export function whistleStore(database: RecordDatabase): WhistleStore {
  return {
    ...caseHandlers(database),
    ...reportFloods(database),

    takeReport: ({ message, contactSealed, ...taken }) =>
      database.transaction(async ({ records }) => {
        const codeHash = new Uint8Array(taken.codeHash)
        const reporterContactSealed = contactSealed && new Uint8Array(contactSealed)
        if (await records.whistleReport.findUnique({ where: { codeHash } })) return false
        await refuseOwnCase(records, taken.id)
        await records.whistleReport.create({ data: { ...taken, codeHash, reporterContactSealed } })
        await insertMessage(records, taken.id, message)
        return true
      }),

    report: async (of) => {
      const { whistleReport } = await database.records()
      const row = await whistleReport.findUnique({
        where: 'id' in of ? { id: of.id } : { codeHash: new Uint8Array(of.codeHash) },
        omit: { codeHash: true },
        include: { messages: { omit: { reportId: true, number: true }, orderBy: { number: 'asc' } } },
      })
      if (!row) return null
      const { reporterContactSealed: contactSealed, messages, ...stored } = row
      const written = messages.map(recordOf<SealedReportMessage>)
      return { report: recordOf<WhistleReport>(stored), contactSealed, messages: written } satisfies SealedReport
    },

    addMessage: (reportId, message, most) =>
      database.transaction(async ({ records }) => {
        const row = await records.whistleReport.findUnique({ where: { id: reportId, ...OPEN_OR_FLOODED } })
        if (!row) return false
        const written = await records.whistleMessage.count({ where: { reportId, author: 'reporter' } })
        if (written >= most) return false
        if (row.outcome === 'flood') await records.whistleReport.update({ where: { id: reportId }, data: REOPENED })
        await insertMessage(records, reportId, message)
        return true
      }),

    // A handler's message tells the reporter that the report arrived, so it counts as the acknowledgment.
    addHandlerMessage: (reportId, message) =>
      database.transaction(async ({ records }) => {
        const row = await records.whistleReport.findUnique({ where: { id: reportId, ...OPEN } })
        if (!row) return false
        const status = row.status === 'received' ? 'acknowledged' : row.status
        const acknowledgedOn = row.acknowledgedOn ?? message.day
        const feedbackOn = message.purpose === 'feedback' ? (row.feedbackOn ?? message.day) : row.feedbackOn
        await records.whistleReport.update({ where: { id: reportId }, data: { status, acknowledgedOn, feedbackOn } })
        await insertMessage(records, reportId, message)
        await addUserAct(records, HANDLED)
        return true
      }),

    recordStep: (id, step, day) =>
      database.transaction(async ({ records }) => {
        const { whistleReport } = records
        const row = await whistleReport.findUnique({ where: { id, status: { in: BEFORE[step] } } })
        if (!row) return false
        const examinedOn = step === 'in-examination' ? day : row.examinedOn
        const acknowledgedOn = row.acknowledgedOn ?? day
        await whistleReport.update({ where: { id }, data: { status: step, examinedOn, acknowledgedOn } })
        await addUserAct(records, HANDLED)
        return true
      }),

    recordConcern: (id, concernsOfficer) => updateReport(database, { id, ...OPEN }, { concernsOfficer }),

    closeReport: (id, outcome, closedOn) => {
      const where = { id, ...OPEN, feedbackOn: { not: null } }
      return updateReport(database, where, { status: 'closed', outcome, closedOn })
    },

    openReports: async () => {
      const { whistleReport } = await database.records()
      const rows = await whistleReport.findMany({
        where: OPEN,
        orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }],
        omit: SECRET,
        include: { messages: { select: { author: true, number: true }, orderBy: { number: 'desc' }, take: 1 } },
      })
      return rows.map(({ messages: [last], ...stored }) => {
        const isUntouched = stored.status === 'received' && !stored.concernsOfficer && last?.number === 1
        return recordOf<ListedReport>({ ...stored, lastAuthor: last?.author ?? null, isUntouched })
      })
    },

    closedReports: async (limit) => {
      const { whistleReport } = await database.records()
      const rows = await whistleReport.findMany({
        where: { status: 'closed', outcome: { not: 'flood' } },
        orderBy: [{ closedOn: 'desc' }, { id: 'asc' }],
        omit: SECRET,
        take: limit,
      })
      return rows.map(recordOf<WhistleReport>)
    },

    daysWritten: async (from) => {
      const { whistleMessage } = await database.records()
      const rows = await whistleMessage.findMany({
        where: { author: 'reporter', day: { gte: from }, report: OPEN },
        distinct: ['day'],
        orderBy: { day: 'asc' },
        select: { day: true },
      })
      return rows.map(({ day }) => day)
    },
  }
}

/** False if no report matches. */
const updateReport = (
  database: RecordDatabase,
  where: Prisma.WhistleReportWhereInput,
  data: Prisma.WhistleReportUncheckedUpdateManyInput,
): Promise<boolean> =>
  database.transaction(async ({ records }) => {
    if ((await records.whistleReport.updateMany({ where, data })).count === 0) return false
    await addUserAct(records, HANDLED)
    return true
  })

async function insertMessage(
  { whistleMessage }: Prisma.TransactionClient,
  reportId: Id,
  { author, purpose, day, textSealed }: SealedReportMessage,
): Promise<void> {
  const last = await whistleMessage.findFirst({
    where: { reportId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const number = (last?.number ?? 0) + 1
  await whistleMessage.create({
    data: { reportId, number, author, purpose, day, textSealed: new Uint8Array(textSealed) },
  })
}

// An officer alone cannot appoint a reader of reports: a second person confirms the role.
const HANDLER = { role: 'case-handler' } as const

/** Accounts that may read reports. */
function caseHandlers(database: RecordDatabase): Pick<WhistleStore, 'hasHandler' | 'handlerSince'> {
  return {
    hasHandler: async () => (await confirmedUsers(await database.records(), HANDLER)).length > 0,
    handlerSince: async (id) => {
      const [handler] = await confirmedUsers(await database.records(), { id, ...HANDLER })
      return handler ? (handler.roleSince ?? handler.createdAt).getTime() : null
    },
  }
}

/** Further messages make a report one of a person. */
const UNTOUCHED = { status: 'received', concernsOfficer: false, messages: { none: { number: { gt: 1 } } } } as const

/** Floods of whistleblowers' reports. The log tells only that a handler worked on reports. */
const reportFloods = (database: RecordDatabase): FloodStore => ({
  closeFlood: (ids, closedOn) =>
    database.transaction(async ({ records }) => {
      const closed = await inPieces(ids, async (piece) => {
        const where = { id: { in: piece }, ...UNTOUCHED }
        const data = { status: 'closed', outcome: 'flood', closedOn }
        return (await records.whistleReport.updateMany({ where, data })).count
      })
      if (closed > 0) await addUserAct(records, { act: 'report-handled' })
      return closed
    }),

  reopenFlood: (closedOn) =>
    database.transaction(async ({ records }) => {
      const { count } = await records.whistleReport.updateMany({ where: { closedOn, ...FLOODED }, data: REOPENED })
      if (count > 0) await addUserAct(records, { act: 'report-handled' })
      return count
    }),

  floods: async () => {
    const { whistleReport } = await database.records()
    const rows = await whistleReport.groupBy({
      by: ['closedOn'],
      where: FLOODED,
      orderBy: { closedOn: 'desc' },
      _min: { receivedOn: true },
      _max: { receivedOn: true },
      _count: { _all: true },
    })
    return rows.map(floodOf)
  },
})
