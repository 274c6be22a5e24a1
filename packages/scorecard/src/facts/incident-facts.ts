import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { addDays, addMonths, type CalendarDate, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { BookedLeaks, IncidentFacts, IncidentMonth, LeakCount } from '../facts.ts'
import { monthsOver, sameDayIn } from '../goals/equal-parts.ts'
import { bookedMonths } from './booked-months.ts'

/**
 * True if an incident counts in the year that begins and ends at two instants: the year of its discovery, which a
 * later confirmation does not move. Without a moment of discovery it is the year of its confirmation or occurrence.
 */
const countsIn = ({ milliseconds }: Dialect, year: 'year' | 'baselineYear') =>
  `CASE WHEN discovered IS NULL THEN counted_year = CAST(@${year} AS INTEGER)
    ELSE ${milliseconds('discovered')} >= @${year}From AND ${milliseconds('discovered')} < @${year}Until END`

// A partial date is compared as text: `2025` and `2025-06` are over by 2025-06-30.
const knownByDay = ({ milliseconds }: Dialect) =>
  `CASE WHEN discovered IS NULL THEN coalesce(confirmed, occurred, CAST(counted_year AS TEXT)) <= @asOf
    ELSE ${milliseconds('discovered')} < @dayUntil END`

/**
 * Incidents of the two years. A leak is a confirmed incident that certainly disclosed customers' data; an incident that
 * is neither a leak nor cleared is a suspicion.
 */
export const knownIncidents = (dialect: Dialect): string => `
WITH
  known AS (
    SELECT id, title, discovered, cause, coalesce(confirmed, occurred, CAST(counted_year AS TEXT)) AS other_day,
      discovered IS NULL AND year_assumed AS year_assumed, state = 'confirmed' AND disclosure = 'yes' AS leak,
      ${countsIn(dialect, 'year')} AS in_year, ${countsIn(dialect, 'baselineYear')} AS in_baseline
    FROM incident
    WHERE customer_data AND state <> 'rejected' AND disclosure <> 'no'
      AND (${countsIn(dialect, 'year')} OR ${countsIn(dialect, 'baselineYear')}) AND ${knownByDay(dialect)}
  )`

export const incidentParameters = (
  { year, baselineYear }: { readonly year: number; readonly baselineYear: number },
  asOf: CalendarDate,
  timeZone: string,
) => {
  const begin = (of: number) => startOfDay(`${of}-01-01`, timeZone)
  return {
    ...{ year, yearFrom: begin(year), yearUntil: begin(year + 1) },
    ...{ baselineYear, baselineYearFrom: begin(baselineYear), baselineYearUntil: begin(baselineYear + 1) },
    ...{ asOf, dayUntil: startOfDay(addDays(asOf, 1), timeZone) },
  }
}

const counts: Statement = (dialect) => `${knownIncidents(dialect)}
SELECT
  count(*) FILTER (WHERE leak AND in_baseline) AS baselineCount,
  count(*) FILTER (WHERE leak AND in_year) AS currentCount,
  count(*) FILTER (WHERE NOT leak AND in_year) AS undecided,
  count(*) FILTER (WHERE leak AND year_assumed) > 0 AS yearAssumed,
  EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM import_file WHERE register = 'incidents')
    OR EXISTS (SELECT 1 FROM empty_month WHERE register = 'incidents') AS registered,
  EXISTS (SELECT 1 FROM security_assessment
    WHERE full_scope AND substr(performed_on, 1, 4) = @yearText AND performed_on <= @asOf) AS assessmentDone
FROM known`

const anyRow: Statement = (dialect) => `SELECT 1 AS found FROM incident
WHERE ${countsIn(dialect, 'year')} AND ${knownByDay(dialect)} LIMIT 1`

const confirmedMonths = "SELECT month FROM empty_month WHERE register = 'incidents'"

const leaks: Statement = (dialect) => `${knownIncidents(dialect)}
SELECT count(*) AS count FROM known WHERE leak AND in_year`

type Row = Pick<IncidentFacts, 'baselineCount' | 'currentCount' | 'undecided'> & {
  readonly yearAssumed: number
  readonly registered: number
  readonly assessmentDone: number
}

interface Years {
  readonly year: number
  readonly baselineYear: number
}

export async function incidentFacts(
  query: ReadQuery,
  { year, baselineYear }: Years,
  asOf: CalendarDate,
  timeZone: string,
): Promise<IncidentFacts> {
  const years = incidentParameters({ year, baselineYear }, asOf, timeZone)
  const row = await query.get<Row>(counts, { ...years, yearText: `${year}` })
  if (!row) throw new Error('a count returned no row')
  return {
    ...row,
    baselineYear,
    currentYear: year,
    baselineSoFar: await soFar(query, { year, baselineYear }, asOf, timeZone),
    silence: {
      baseline: await silenceOf(query, baselineYear, baselineYear < year ? `${baselineYear}-12-31` : asOf, timeZone),
      current: await silenceOf(query, year, asOf, timeZone),
    },
    booked: await bookedLeaks(query, { year, baselineYear }, asOf, timeZone),
    yearAssumed: row.yearAssumed === 1,
    registered: row.registered === 1,
    assessmentDone: row.assessmentDone === 1,
  }
}

/** The leaks of the baseline year up to the same day; null if the register is silent on that part. */
async function soFar(
  query: ReadQuery,
  { year, baselineYear }: Years,
  asOf: CalendarDate,
  timeZone: string,
): Promise<number | null> {
  const day = baselineYear < year ? sameDayIn(baselineYear, asOf) : asOf
  const silent = await silenceOf(query, baselineYear, day, timeZone)
  return silent === null ? leaksUntil(query, baselineYear, day, timeZone) : null
}

/**
 * The months of a year that are over by a day and not confirmed to be empty; null if they all are, or the register has any
 * row of the year by then.
 */
async function silenceOf(
  query: ReadQuery,
  year: number,
  day: CalendarDate,
  timeZone: string,
): Promise<readonly PeriodKey[] | null> {
  if (await query.get(anyRow, incidentParameters({ year, baselineYear: year }, day, timeZone))) return null
  const confirmed = new Set((await query.all<{ month: PeriodKey }>(confirmedMonths)).map(({ month }) => month))
  const over = monthsOver(year, day)
  const unconfirmed = over.filter((month) => !confirmed.has(month))
  return over.length > 0 && unconfirmed.length === 0 ? null : unconfirmed
}

/** Counts the leaks of a year up to one of its days. */
async function leaksUntil(query: ReadQuery, year: number, day: CalendarDate, timeZone: string): Promise<number> {
  const years = incidentParameters({ year, baselineYear: year }, day, timeZone)
  const row = await query.get<{ count: number }>(leaks, years)
  return row?.count ?? 0
}

async function bookedLeaks(
  query: ReadQuery,
  { year, baselineYear }: Years,
  asOf: CalendarDate,
  timeZone: string,
): Promise<BookedLeaks> {
  const over = monthsOver(year, asOf)
  const same = over.map((month) => `${baselineYear}${month.slice(4)}`)
  const { unbooked, sumOf } = await bookedMonths(query, [...same, ...over])
  const known = over.length > 0 && unbooked.length === 0
  const until = (of: number, months: readonly PeriodKey[]) => {
    const last = parsePeriod(months.at(-1) ?? '')
    return last === null ? 0 : leaksUntil(query, of, lastDay(last), timeZone)
  }
  return {
    months: over.length,
    baselineCount: await until(baselineYear, same),
    currentCount: await until(year, over),
    baselineBookings: known ? sumOf(same) : null,
    currentBookings: known ? sumOf(over) : null,
    unbooked,
  }
}
/** The months of the parameter `months` with the instants at which they begin. */
const listedMonths = ({ listed }: Dialect) =>
  `month(name, begun) AS (SELECT substr(value, 1, 7), CAST(substr(value, 9) AS BIGINT) FROM ${listed('@months')})`

/** The month of an incident, of those listed: of its discovery, or else of another day. */
const monthOfIncident = ({ milliseconds }: Dialect, otherDay: string) =>
  `CASE WHEN discovered IS NULL THEN substr(${otherDay}, 1, 7)
    ELSE (SELECT max(name) FROM month WHERE begun <= ${milliseconds('discovered')}) END`

const monthsWithStart = (months: readonly PeriodKey[], timeZone: string): readonly string[] =>
  months.map((month) => `${month}/${startOfDay(`${month}-01`, timeZone)}`)

const leakCounts: Statement = (dialect) => `${knownIncidents(dialect)}, ${listedMonths(dialect)}
SELECT ${monthOfIncident(dialect, 'other_day')} AS month, coalesce(cause, 'unknown') AS cause, count(*) AS count
FROM known WHERE leak AND in_year
GROUP BY 1, 2 ORDER BY 1, 2`

/** The leaks that count in the year, by the month of their discovery and by cause. */
export function leaksByMonth(
  query: ReadQuery,
  year: number,
  asOf: CalendarDate,
  timeZone: string,
): Promise<LeakCount[]> {
  const months = Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)
  return query.all<LeakCount>(leakCounts, {
    ...incidentParameters({ year, baselineYear: year }, asOf, timeZone),
    months: monthsWithStart(months, timeZone),
  })
}

const monthRecords: Statement = (dialect) => `WITH ${listedMonths(dialect)},
  recorded(name) AS (
    SELECT ${monthOfIncident(dialect, 'coalesce(confirmed, occurred)')} FROM incident
    UNION SELECT month FROM empty_month WHERE register = 'incidents'
  )
SELECT month.name AS month, month.name IN (SELECT name FROM recorded WHERE name IS NOT NULL) AS recorded,
  (SELECT sum(count) FROM bookings WHERE bookings.month = month.name) AS bookings
FROM month ORDER BY month.name`

/** Every month from `first` to `last`, with its bookings. */
export async function incidentMonths(
  query: ReadQuery,
  first: PeriodKey,
  last: PeriodKey,
  timeZone: string,
): Promise<readonly IncidentMonth[]> {
  // The month after the last one takes the later incidents.
  const months = [first]
  while ((months.at(-1) ?? last) <= last) months.push(addMonths(`${months.at(-1)}-01`, 1).slice(0, 7))
  const rows = await query.all<Omit<IncidentMonth, 'recorded'> & { readonly recorded: number }>(monthRecords, {
    months: monthsWithStart(months, timeZone),
  })
  return rows.slice(0, -1).map(({ recorded, ...row }) => ({ ...row, recorded: recorded === 1 }))
}

/** True for an undecided suspicion of the year. */
export const UNDECIDED = (dialect: Dialect): string => `customer_data AND disclosure <> 'no' AND state <> 'rejected'
      AND NOT (state = 'confirmed' AND disclosure = 'yes') AND ${countsIn(dialect, 'year')} AND ${knownByDay(dialect)}`
