import { type Id, type Instant, type PeriodKey, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import { type SealedReport, sealedReport } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { actionStore } from './action-store.ts'
import { type SealRow, sealOf } from './seal-row.ts'

/** Since when a report is public, and by whose decision. */
export interface PublishedReport {
  readonly period: PeriodKey
  readonly at: Instant
  readonly by: string
}

export interface ReportStore {
  /** The report of a closed half-year, newest version; null where it was never closed. */
  sealed(period: PeriodKey): Promise<SealedReport | null>
  /** What is public now, newest half-year first. */
  published(): Promise<readonly PublishedReport[]>
  /** False: it is public already. */
  publish(report: PublishedReport & { readonly id: Id }): Promise<boolean>
  /** False: it is not public. */
  withdraw(report: PublishedReport): Promise<boolean>
}

const PUBLIC = 'SELECT period, published_at AS at, published_by AS by FROM published_report WHERE withdrawn_at IS NULL'

const PUBLISH = `INSERT INTO published_report (id, period, published_at, published_by)
  SELECT @id, @period, @at, @by
  WHERE NOT EXISTS (SELECT 1 FROM published_report WHERE period = @period AND withdrawn_at IS NULL)`

const WITHDRAW = `UPDATE published_report SET withdrawn_at = @at, withdrawn_by = @by
  WHERE period = @period AND withdrawn_at IS NULL`

/** Reports of closed half-years, and which of them everybody may read. */
export function reportStore(database: Database, timeZone: string): ReportStore {
  const actions = actionStore(database)
  return {
    sealed: async (period) => {
      const chain = database.read<SealRow>('SELECT * FROM seal ORDER BY number').all().map(sealOf)
      return sealedReport(chain, period, { before: await actions.actions(halfBefore(period)), timeZone })
    },
    published: async () => database.read<PublishedReport>(`${PUBLIC} ORDER BY period DESC`).all(),
    publish: (report) => database.write((sql) => sql(PUBLISH).run({ ...report }).changes === 1),
    withdraw: (report) => database.write((sql) => sql(WITHDRAW).run({ ...report }).changes === 1),
  }
}

/** `2025-H1` before `2025-H2`; of what is no half-year nothing was promised. */
function halfBefore(period: PeriodKey): PeriodKey {
  const at = parsePeriod(period)
  return at ? periodKey(previousPeriod(at)) : period
}
