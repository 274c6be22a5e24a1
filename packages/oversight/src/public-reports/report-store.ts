import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { sealOf } from '@wayproof/scorecard/closing/seal-row'
import { headCode, readHeadCode } from '@wayproof/scorecard/closing/seals/head-code'
import { isIntact, NO_HEAD, readStatement } from '@wayproof/scorecard/closing/seals/seal'
import { type SealedReport, sealedReport } from '@wayproof/scorecard/closing/seals/sealed-report'
import { actionStore } from '../actions/action-store.ts'

/** The moment from which a report is public, and the person who decided it. */
export interface PublishedReport {
  readonly period: PeriodKey
  readonly at: Instant
  readonly by: string
}

/** The public report that a printed seal code belongs to. */
export interface CheckedReport {
  readonly period: PeriodKey
  readonly version: number
  readonly sealedOn: CalendarDate
  /** True if a correction was sealed later. */
  readonly replaced: boolean
  /** False if a stored part is not the sealed one. */
  readonly intact: boolean
}

export interface ReportStore {
  /** The report of a closed half-year, newest version; null if it was never closed. */
  sealed(period: PeriodKey): Promise<SealedReport | null>
  /** Public reports, newest half-year first. */
  published(): Promise<readonly PublishedReport[]>
  /** The public report of a printed code; null if there is none. Fault: `head-mistyped`. */
  check(code: string): Promise<Outcome<CheckedReport | null, { readonly code: 'head-mistyped' }>>
  /** False if it is already public. */
  publish(report: PublishedReport & { readonly id: Id }): Promise<boolean>
  /** False if it is not public. */
  withdraw(report: PublishedReport): Promise<boolean>
}

const PUBLIC = { withdrawnAt: null } as const

/** Reports of closed half-years, and which of them are public. */
export function reportStore(database: QueryDatabase, timeZone: string): ReportStore {
  const actions = actionStore(database)
  return {
    sealed: async (period) => {
      const { seal } = await database.records()
      const chain = (await seal.findMany({ orderBy: { number: 'asc' } })).map(sealOf)
      return sealedReport(chain, period, { before: await actions.actions(halfBefore(period)), timeZone })
    },
    published: async () => {
      const { publishedReport } = await database.records()
      const reports = await publishedReport.findMany({ where: PUBLIC, orderBy: { period: 'desc' } })
      return reports.map(({ period, publishedAt, publishedBy }) => {
        return { period, at: publishedAt.getTime(), by: publishedBy }
      })
    },
    check: async (typed) => {
      const code = readHeadCode(typed)
      if (code === null) return fail('head-mistyped')
      const { publishedReport, seal: seals } = await database.records()
      // The parts of a seal are large, and only those of one are needed.
      const heads = await seals.findMany({
        select: { number: true, period: true, version: true, head: true },
        orderBy: { number: 'asc' },
      })
      const at = heads.findIndex(({ head }) => headCode(head) === code)
      const found = heads[at]
      if (!found || !(await publishedReport.findFirst({ where: { period: found.period, ...PUBLIC } }))) return ok(null)
      const { period, version } = found
      const seal = sealOf(await seals.findUniqueOrThrow({ where: { number: found.number } }))
      return ok({
        ...{ period, version },
        sealedOn: dateAt(readStatement(seal)?.sealedAt ?? 0, timeZone),
        replaced: heads.some((each) => each.period === period && each.version > version),
        intact: isIntact(heads[at - 1]?.head ?? NO_HEAD, seal),
      })
    },
    publish: ({ id, period, at, by }) =>
      database.transaction(async ({ records }) => {
        const { publishedReport } = records
        if (await publishedReport.findFirst({ where: { period, ...PUBLIC } })) return false
        await publishedReport.create({ data: { id, period, publishedAt: new Date(at), publishedBy: by } })
        await addAuditEntry(records, { act: 'published', at, subject: period })
        return true
      }),
    withdraw: ({ period, at, by }) =>
      database.transaction(async ({ records }) => {
        const data = { withdrawnAt: new Date(at), withdrawnBy: by }
        if ((await records.publishedReport.updateMany({ where: { period, ...PUBLIC }, data })).count !== 1) return false
        await addAuditEntry(records, { act: 'report-withdrawn', at, subject: period })
        return true
      }),
  }
}

/** Returns `2025-H1` for `2025-H2`, and the key itself if it is not a half-year. */
function halfBefore(period: PeriodKey): PeriodKey {
  const at = parsePeriod(period)
  return at ? periodKey(previousPeriod(at)) : period
}
