import type { ReadQuery, Statement, Values } from '@wayproof/database/query/query'
import { periodKey } from '@wayproof/kernel/calendar/period'
import { incidentParameters, knownIncidents } from '../facts/incident-facts.ts'
import { begunQuarters, indicatorParameters, watchParameters } from '../facts/indicator-facts.ts'
import { partnerParameters, partnerState } from '../facts/partner-facts.ts'
import { publicationParameters, publicationState } from '../facts/publication-facts.ts'
import { type FactDeps, quarterRecords, trainingParameters } from '../facts/training-facts.ts'
import type { RowPlace, TracedRow, TraceQuery } from '../sample/traced-row.ts'
import { indicatorRows, watchedRows } from './indicator-rows.ts'
import { placeList, placesOf, tracedColumns } from './row-places.ts'

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

// The rows behind the goals, from the same tables as their counts.

const surfaceRows: Statement = (dialect) => `${publicationState(dialect)}
${tracedColumns({
  key: ['judged.id'],
  label: 'surface.name',
  numerator: 'published',
  denominator: '1',
  places: placeList(
    placesOf('policy-surfaces', 't.id = judged.id'),
    placesOf(
      'policy-checks',
      `t.surface_id = judged.id AND (t.language, t.checked_on) IN
        (SELECT language, checked_on FROM seen WHERE seen.id = judged.id)`,
    ),
    // The proof of a page that the watcher read is the watcher's reading.
    ({
      jsonList,
      jsonObject,
    }) => `SELECT DISTINCT ${jsonObject({ register: "'policy-proofs'", key: `'' || ${jsonList('seen.id', 'seen.language')}` })} AS place
      FROM seen JOIN latest ON latest.id = seen.id AND latest.language = seen.language
      WHERE seen.id = judged.id AND latest.fetched_on IS NOT NULL`,
  ),
})(dialect)}
FROM judged JOIN surface USING (id) ORDER BY surface.name, judged.id`

/** The roles, leave and records of a person in the quarter. */
const ofPerson = placeList(
  placesOf('staff-roles', 't.number = judged.number'),
  placesOf('staff-leave', 't.number = judged.number AND t.from_day <= @lastDay AND t.to_day >= @firstDay'),
  placesOf('training-completions', 't.number = judged.number AND t.completed_at >= @from AND t.completed_at < @until'),
  placesOf('exam-attempts', 't.number = judged.number AND t.taken_at >= @from AND t.taken_at < @until'),
)

const staffRows: Statement = (dialect) => `${quarterRecords(dialect)}
${tracedColumns({ key: ['number'], label: 'unit', numerator: 'passed', denominator: '1', places: ofPerson })(dialect)}
FROM judged WHERE due ORDER BY unit, number`

/** Rows of one of several quarters, `@quarter`. */
const firstAttemptRows: Statement = (dialect) => `${quarterRecords(dialect)}
${tracedColumns({
  key: ['@quarter', 'number'],
  label: 'unit',
  numerator: 'coalesce(first >= @passMark, FALSE)',
  denominator: '1',
  places: ofPerson,
})(dialect)}
FROM judged WHERE due AND passed ORDER BY unit, number`

const incidentRows: Statement = (dialect) => `${knownIncidents(dialect)}
${tracedColumns({
  key: ['id'],
  label: 'title',
  numerator: 'in_year',
  denominator: 'in_baseline',
  places: placeList(placesOf('incidents', 't.id = known.id')),
})(dialect)}
FROM known WHERE leak ORDER BY in_year, id`

const ofPartner = placeList(
  placesOf('partners', 't.id = judged.id'),
  placesOf('partner-audits', 't.partner_id = judged.id AND t.report_date BETWEEN @firstDay AND @at'),
)

const partnerRowsOf =
  (numerator: string, denominator: string, which: string): Statement =>
  (dialect) =>
    `${partnerState(dialect)}
${tracedColumns({ key: ['id'], label: 'name', numerator, denominator, places: ofPartner })(dialect)}
FROM judged WHERE ${which} ORDER BY name, id`

const partnerRows = {
  'partner-audit': partnerRowsOf('audited', '1', 'due'),
  'audits-passed': partnerRowsOf("result = 'pass'", '1', 'audited'),
  'failed-without-plan': partnerRowsOf('1', '0', "audited AND result <> 'pass' AND corrective_plan_on IS NULL"),
} as const
