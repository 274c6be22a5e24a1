import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { SampleIsLoaded } from '@wayproof/journal/sample-data/sample-data'
import { hasSampleRecord } from '@wayproof/journal/sample-data/sample-lock'
import { incidentMonths } from './incident-months.ts'
import type { EmptyMonthStore } from './ports.ts'

/** Months for which the keeper of a register confirmed that nothing happened. */
export function emptyMonthStore(database: RecordDatabase, timeZone: string): EmptyMonthStore {
  return {
    months: async (register, months) => {
      const records = await database.records()
      const rows = await incidentMonths(records, timeZone)
      const confirmed = await records.emptyMonth.findMany({ where: { register } })
      const confirmationOf = new Map(
        confirmed.map(({ month, confirmedBy, confirmedAt }) => [month, { by: confirmedBy, at: confirmedAt.getTime() }]),
      )
      return months.map((month) => {
        return { month, rows: rows.get(month) ?? 0, confirmed: confirmationOf.get(month) ?? null }
      })
    },
    confirm: ({ register, month, by, at }) =>
      database.transaction(async ({ records }) => {
        if (await hasSampleRecord(records)) throw new SampleIsLoaded('sample data is loaded')
        const key = { register, month }
        if ((await incidentMonths(records, timeZone)).has(month)) return false
        if (await records.emptyMonth.findUnique({ where: { register_month: key } })) return false
        await records.emptyMonth.create({ data: { ...key, confirmedAt: new Date(at), confirmedBy: by } })
        await addAuditEntry(records, { act: 'empty-month-confirmed', at, subject: month, details: { register } })
        return true
      }),
    withdraw: ({ register, month, at }) =>
      database.transaction(async ({ records }) => {
        if ((await records.emptyMonth.deleteMany({ where: { register, month } })).count === 0) return false
        await addAuditEntry(records, { act: 'empty-month-withdrawn', at, subject: month, details: { register } })
        return true
      }),
  }
}
