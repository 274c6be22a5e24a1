import type { IncidentYear, RosterQuarter } from '@wayproof/evidence'
import { periodKey, periodOf } from '@wayproof/kernel'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

const rosterSql = `
WITH RECURSIVE
  person AS MATERIALIZED (
    SELECT min(start_day) AS started, CASE WHEN count(end_day) = count(*) THEN max(end_day) END AS ended
    FROM staff_role GROUP BY number
  ),
  span AS (SELECT min(start_day) AS first, max(max(start_day), coalesce(max(end_day), '')) AS last FROM staff_role),
  opening(start) AS (
    SELECT date(first, 'start of month', '-' || ((CAST(strftime('%m', first) AS INTEGER) - 1) % 3) || ' months')
    FROM span WHERE first IS NOT NULL
    UNION ALL
    SELECT date(start, '+3 months') FROM opening, span WHERE date(start, '+3 months') <= last
  ),
  quarter AS MATERIALIZED (
    SELECT start, date(start, '+3 months', '-1 day') AS end, date(start, '+3 months', '-30 days') AS tenured FROM opening
  )
SELECT start, end,
  sum(started <= end AND (ended IS NULL OR ended > end)) AS activeAtEnd,
  sum(started <= tenured AND (ended IS NULL OR ended > end)) AS inScopeTenure30,
  sum(started BETWEEN start AND end) AS joinedInQuarter,
  coalesce(sum(ended BETWEEN start AND end), 0) AS leftInQuarter,
  coalesce(sum(started BETWEEN start AND end AND ended BETWEEN start AND end), 0) AS joinedAndLeft
FROM quarter CROSS JOIN person GROUP BY start ORDER BY start`

/** The staff of every quarter from the first start to the last start or end that the register knows. */
export function countRosterQuarters(database: SqliteDatabase): RosterQuarter[] {
  const quarters = database.read<Omit<RosterQuarter, 'quarter'>>(rosterSql).all()
  return quarters.map((row) => ({ quarter: periodKey(periodOf('quarter', row.start)), ...row }))
}

/** Incidents by the year they count in. */
export function countIncidentYears(database: SqliteDatabase): IncidentYear[] {
  return database
    .read<IncidentYear>(
      `SELECT counted_year AS year, count(*) AS incidents, sum(disclosure = 'yes') AS confirmedDisclosure,
              sum(customer_data) AS customerData, sum(year_assumed) AS yearAssumed
       FROM incident GROUP BY counted_year ORDER BY counted_year`,
    )
    .all()
}
