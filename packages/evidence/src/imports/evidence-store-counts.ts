import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { IncidentYear, RosterQuarter } from '../ports.ts'
import { presence } from '../registers/staff-presence.ts'

const ROSTER: Statement = (dialect) => {
  const { addDays, addMonths, greatest, startOfMonth } = dialect
  return `
WITH RECURSIVE${presence(dialect, '30')},
  span AS (
    SELECT min(start_day) AS earliest, ${greatest('max(start_day)', "coalesce(max(end_day), '')")} AS latest FROM staff_role
  ),
  opening(opens) AS (
    SELECT ${addMonths(startOfMonth('earliest'), '-((CAST(substr(earliest, 6, 2) AS INTEGER) - 1) % 3)')}
    FROM span WHERE earliest IS NOT NULL
    UNION ALL
    SELECT ${addMonths('opens', '3')} FROM opening, span WHERE ${addMonths('opens', '3')} <= latest
  ),
  quarter AS MATERIALIZED (
    SELECT opens, ${addDays(addMonths('opens', '3'), '-1')} AS ends, ${addDays(addMonths('opens', '3'), '-30')} AS tenured
    FROM opening
  )
SELECT opens AS start, ends AS "end",
  count(CASE WHEN start_day <= ends AND end_day > ends THEN 1 END) AS activeAtEnd,
  count(CASE WHEN tenure_from <= tenured AND start_day <= ends AND end_day > ends THEN 1 END) AS inScopeTenure30,
  count(CASE WHEN start_day BETWEEN opens AND ends THEN 1 END) AS joinedInQuarter,
  count(CASE WHEN end_day BETWEEN opens AND ends THEN 1 END) AS leftInQuarter,
  count(CASE WHEN start_day >= opens AND end_day <= ends THEN 1 END) AS joinedAndLeft
FROM quarter CROSS JOIN presence GROUP BY opens, ends ORDER BY opens`
}

/** The staff of every quarter from the first start to the last start or end in the register. */
export async function countRosterQuarters(query: ReadQuery): Promise<RosterQuarter[]> {
  const quarters = await query.all<Omit<RosterQuarter, 'quarter'>>(ROSTER)
  return quarters.map((row) => ({ quarter: periodKey(periodOf('quarter', row.start)), ...row }))
}

/** Incidents by the year of their confirmation, or else of their occurrence. */
export const countIncidentYears = (query: ReadQuery): Promise<IncidentYear[]> =>
  query.all<IncidentYear>(
    `SELECT counted_year AS year, count(*) AS incidents,
       count(CASE WHEN disclosure = 'yes' THEN 1 END) AS confirmedDisclosure,
       count(CASE WHEN customer_data THEN 1 END) AS customerData, count(CASE WHEN year_assumed THEN 1 END) AS yearAssumed
     FROM incident GROUP BY counted_year ORDER BY counted_year`,
  )
