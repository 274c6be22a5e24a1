import type { RecordDatabase } from '@wayproof/database/record-database'
import { addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import type { FloodStore } from '../conversation/flood.ts'
import { FLOODED, floodOf, inPieces, REOPENED } from '../floods/flooded.ts'

/** A confirmed address, a further message or a correction makes a case one of a person. */
const UNTOUCHED = {
  status: 'received',
  channel: 'page',
  extendedOn: null,
  messages: { none: { number: { gt: 1 } } },
  changes: { none: {} },
} as const

/** Floods of requests and complaints. */
export const caseFloods = (database: RecordDatabase): FloodStore => ({
  closeFlood: (ids, closedOn) =>
    database.transaction(async ({ records }) => {
      const closed = await inPieces(ids, async (piece) => {
        const untouched = await records.rightsCase.findMany({
          where: { id: { in: piece }, ...UNTOUCHED },
          select: { id: true },
        })
        const found = { in: untouched.map(({ id }) => id) }
        await records.mailedCode.deleteMany({ where: { caseId: found } })
        const data = { status: 'closed', outcome: 'flood', closedOn }
        return (await records.rightsCase.updateMany({ where: { id: found }, data })).count
      })
      if (closed > 0) await addUserAct(records, { act: 'flood-closed', details: { count: closed } })
      return closed
    }),

  reopenFlood: (closedOn) =>
    database.transaction(async ({ records }) => {
      const { count } = await records.rightsCase.updateMany({ where: { closedOn, ...FLOODED }, data: REOPENED })
      if (count > 0) await addUserAct(records, { act: 'flood-reopened', details: { count } })
      return count
    }),

  floods: async () => {
    const { rightsCase } = await database.records()
    const rows = await rightsCase.groupBy({
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
