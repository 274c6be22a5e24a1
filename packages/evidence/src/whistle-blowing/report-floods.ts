import type { RecordDatabase } from '@wayproof/database/record-database'
import { addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import type { FloodStore } from '../conversation/flood.ts'
import { FLOODED, floodOf, inPieces, REOPENED } from '../floods/flooded.ts'

/** Further messages make a report one of a person. */
const UNTOUCHED = { status: 'received', concernsOfficer: false, messages: { none: { number: { gt: 1 } } } } as const

/** Floods of whistleblowers' reports. The log tells only that a handler worked on reports. */
export const reportFloods = (database: RecordDatabase): FloodStore => ({
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
