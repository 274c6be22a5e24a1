import type { CalendarDate } from '@wayproof/kernel'
import type { IncidentFacts, LeakCount } from '@wayproof/scorecard'
import type { ReadQuery } from '../engine/query/query.ts'

// A leak is a confirmed incident that certainly disclosed customers' data. An incident that is neither a leak nor
// cleared is a suspicion. A partial date is compared as text: `2025` and `2025-06` are over by 2025-06-30.
export const knownIncidents = `
WITH
  known AS (
    SELECT id, title, counted_year, year_assumed, state = 'confirmed' AND disclosure = 'yes' AS leak
    FROM incident
    WHERE customer_data AND state <> 'rejected' AND disclosure <> 'no' AND counted_year IN (@year, @baselineYear)
      AND coalesce(confirmed, occurred, CAST(counted_year AS TEXT)) <= @asOf
  )`

const counts = `${knownIncidents}
SELECT
  count(*) FILTER (WHERE leak AND counted_year = @baselineYear) AS baselineCount,
  count(*) FILTER (WHERE leak AND counted_year = @year) AS currentCount,
  count(*) FILTER (WHERE NOT leak AND counted_year = @year) AS undecided,
  count(*) FILTER (WHERE leak AND year_assumed) > 0 AS yearAssumed,
  EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM import_file WHERE register = 'incidents') AS registered,
  EXISTS (SELECT 1 FROM security_assessment
    WHERE full_scope AND substr(performed_on, 1, 4) = @yearText AND performed_on <= @asOf) AS assessmentDone,
  (SELECT sum(count) FROM bookings
    WHERE substr(month, 1, 4) = @baselineText) AS baselineBookings,
  (SELECT sum(count) FROM bookings
    WHERE substr(month, 1, 4) = @yearText AND month <= substr(@asOf, 1, 7)) AS currentBookings
FROM known`

type Row = Pick<
  IncidentFacts,
  'baselineCount' | 'currentCount' | 'undecided' | 'baselineBookings' | 'currentBookings'
> & { readonly yearAssumed: number; readonly registered: number; readonly assessmentDone: number }

export async function incidentFacts(
  query: ReadQuery,
  year: number,
  baselineYear: number,
  asOf: CalendarDate,
): Promise<IncidentFacts> {
  const values = { year, baselineYear, asOf, yearText: `${year}`, baselineText: `${baselineYear}` }
  const row = await query.get<Row>(counts, values)
  if (!row) throw new Error('a count returned no row')
  return {
    ...row,
    baselineYear,
    currentYear: year,
    yearAssumed: row.yearAssumed === 1,
    registered: row.registered === 1,
    assessmentDone: row.assessmentDone === 1,
  }
}

const leakCounts = `${knownIncidents}
SELECT substr(coalesce(i.confirmed, i.occurred, CAST(i.counted_year AS TEXT)), 1, 7) AS month,
  coalesce(i.cause, 'unknown') AS cause, count(*) AS count
FROM known JOIN incident i ON i.id = known.id
WHERE leak AND known.counted_year = @year
GROUP BY 1, 2 ORDER BY 1, 2`

/** The leaks that count in the year, by the month of their confirmation and by cause. */
export const leaksByMonth = (query: ReadQuery, year: number, asOf: CalendarDate): Promise<LeakCount[]> =>
  query.all<LeakCount>(leakCounts, { year, baselineYear: year, asOf })
