import type { ReadQuery, Statement, Values } from '@wayproof/database/query/query'
import { periodKey } from '@wayproof/kernel/calendar/period'
import { incidentParameters } from '../facts/incident-facts.ts'
import { begunQuarters, indicatorParameters, watchParameters } from '../facts/indicator-facts.ts'
import { partnerParameters } from '../facts/partner-facts.ts'
import { publicationParameters } from '../facts/publication-facts.ts'
import { type FactDeps, trainingParameters } from '../facts/training-facts.ts'
import type { RowPlace, TracedRow, TraceQuery } from '../sample/traced-row.ts'
import { firstAttemptRows, incidentRows, partnerRows, staffRows, surfaceRows } from './goal-rows.ts'
import { indicatorRows, watchedRows } from './indicator-rows.ts'

type SqlRow = Omit<TracedRow, 'places'> & { readonly places: string }

/** Every row from which a figure is counted, as of one moment. */
export const tracedRows = (
  database: { readSnapshot<T>(work: (query: ReadQuery) => Promise<T>): Promise<T> },
  figure: TraceQuery,
  deps: FactDeps,
): Promise<readonly TracedRow[]> =>
  database.readSnapshot(async (query) => {
    const rows: TracedRow[] = []
    for (const [statement, given] of statementsOf(figure, deps)) {
      const sqlRows = await query.all<SqlRow>(statement, given)
      rows.push(...sqlRows.map((row) => ({ ...row, places: JSON.parse(row.places) as RowPlace[] })))
    }
    return rows
  })

function statementsOf(
  { figure, half, asOf, quarters, baselineYear }: TraceQuery,
  deps: FactDeps,
): readonly (readonly [Statement, Values])[] {
  switch (figure) {
    case 'policy-publication':
      return [[surfaceRows, publicationParameters(asOf, deps)]]
    case 'pages-watched':
      return [[watchedRows, { ...publicationParameters(asOf, deps), ...watchParameters(asOf) }]]
    case 'staff-training':
      return quarters.map((quarter) => [staffRows, trainingParameters(quarter, asOf, deps)])
    case 'first-attempt':
      return begunQuarters(half, asOf).map((quarter) => [
        firstAttemptRows,
        { ...trainingParameters(quarter, asOf, deps), quarter: periodKey(quarter) },
      ])
    case 'incident-reduction':
      return [[incidentRows, incidentParameters({ year: half.year, baselineYear }, asOf, deps.timeZone)]]
    case 'partner-audit':
    case 'audits-passed':
    case 'failed-without-plan':
      return [[partnerRows[figure], partnerParameters(half.year, asOf, deps)]]
    default: {
      const sql = indicatorRows[figure]
      if (sql === undefined) throw new Error(`no statement selects the rows of ${figure}`)
      return [[sql, indicatorParameters(half, asOf, deps.timeZone)]]
    }
  }
}
