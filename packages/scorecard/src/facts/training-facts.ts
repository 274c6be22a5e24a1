import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import type { ExcludedKeys } from '@wayproof/evidence/registers/excluded-keys'
import { presence, unitOn } from '@wayproof/evidence/registers/staff-presence'
import { addDays, type CalendarDate, earlier, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { bounds, firstDay, lastDay, type Period, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import type { QuarterFacts, UnitTraining } from '../facts.ts'
import type { MissingRow } from '../goals/missing-row.ts'
import type { Rules } from '../rules.ts'

export interface FactDeps {
  /** IANA name; determines the day of an exam. */
  readonly timeZone: string
  readonly rules: Rules
  /** Rows that two people excluded, by their keys in the register. */
  readonly excluded?: ExcludedKeys
}

/** Past quarters that show how much training is usually done by now. */
const REMEMBERED = 4

// The people on the roster on the quarter's last day and the day after it, whose tenure has begun. A person is all roles
// of one number, and is exempt if leave covers the quarter without a gap. `until` ends the quarter (or is the requested
// day); a late pass is accepted until `late`. A late pass only completes training that began in the quarter: a whole
// training after the quarter belongs to the next one.
export const quarterRecords = (dialect: Dialect): string => `
WITH${presence(dialect, '@graceDays')},
  leave AS (
    SELECT number, from_day, to_day, max(to_day) OVER (
      PARTITION BY number ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS away_until
    FROM staff_leave WHERE from_day <= @lastDay AND to_day >= @firstDay
  ),
  away AS (
    SELECT number FROM leave GROUP BY number
    HAVING min(from_day) <= @firstDay AND max(to_day) >= @lastDay
      AND count(*) FILTER (WHERE from_day > ${dialect.addDays('away_until', '1')}) = 0
  ),
  roster AS (
    SELECT number, ${unitOn('@lastDay')} AS unit, CASE
      WHEN tenure_from > @dueFrom THEN 'not-yet-due'
      WHEN number IN (SELECT number FROM away) THEN 'exempt'
      ELSE 'due' END AS standing
    FROM presence WHERE tenure_from <= @at AND start_day <= @lastDay AND end_day > @lastDay
      AND NOT ${dialect.oneOf('number', '@excluded')}
  ),
  record AS (
    SELECT number, unit, standing,
      EXISTS (SELECT 1 FROM training_completion c
        WHERE c.number = r.number AND completed_at >= @from AND completed_at < @until) AS modules,
      (SELECT max(score) FROM exam_attempt e
        WHERE e.number = r.number AND taken_at >= @from AND taken_at < @until) AS best,
      (SELECT score FROM exam_attempt e
        WHERE e.number = r.number AND taken_at >= @from AND taken_at < @until ORDER BY taken_at LIMIT 1) AS first,
      (SELECT min(completed_at) FROM training_completion c
        WHERE c.number = r.number AND completed_at >= @to AND completed_at < @late) AS completed_after,
      (SELECT min(taken_at) FROM exam_attempt e
        WHERE e.number = r.number AND taken_at >= @to AND taken_at < @late AND score >= @passMark) AS passed_after
    FROM roster r
  ),
  judged AS (
    SELECT *, standing = 'due' AS due, coalesce(modules AND best >= @passMark, FALSE) AS passed, CASE
      WHEN modules THEN passed_after < coalesce(completed_after, @late)
      WHEN best >= @passMark THEN completed_after < coalesce(passed_after, @late)
      END AS passed_late
    FROM record
  )`

const counts: Statement = (dialect) => `${quarterRecords(dialect)}
SELECT
  count(*) FILTER (WHERE due) AS due,
  count(*) FILTER (WHERE due AND passed) AS passed,
  count(*) FILTER (WHERE due AND passed AND first >= @passMark) AS firstAttemptPassed,
  count(*) FILTER (WHERE standing = 'exempt') AS exempt,
  count(*) FILTER (WHERE standing = 'not-yet-due') AS notYetDue,
  count(*) FILTER (WHERE due AND NOT passed AND passed_late) AS late
FROM judged`

const unitCounts: Statement = (dialect) => `${quarterRecords(dialect)}
SELECT unit, count(*) FILTER (WHERE passed) AS numerator, count(*) AS denominator
FROM judged WHERE due GROUP BY unit ORDER BY unit`

const roster: Statement = (dialect) => `${quarterRecords(dialect)}
SELECT number, unit, standing FROM roster ORDER BY unit, number`

const anyRecord = `
SELECT EXISTS (SELECT 1 FROM training_completion WHERE completed_at >= @from AND completed_at < @until)
  OR EXISTS (SELECT 1 FROM exam_attempt WHERE taken_at >= @from AND taken_at < @until) AS "any"`

const session = 'SELECT 1 AS one FROM training_session WHERE quarter = @key AND held_on <= @at'

const missing: Statement = (dialect) => `${quarterRecords(dialect)}
SELECT number AS key, unit AS label, CASE
    WHEN @unrecorded THEN 'no-records'
    WHEN passed_late THEN 'passed-late'
    WHEN NOT modules THEN 'modules-missing'
    WHEN best IS NULL THEN 'no-exam'
    ELSE 'exam-failed' END AS why,
  CAST(best AS TEXT) AS detail
FROM judged WHERE due AND NOT passed ORDER BY unit, number`

// A person is done at the later of all modules and the first pass.
const course: Statement = ({ greatest }) => `
SELECT count(*) AS denominator, count(*) FILTER (WHERE done_at < @by) AS numerator FROM (
  SELECT ${greatest('modules_at', 'passed_at')} AS done_at FROM (
    SELECT
      (SELECT min(completed_at) FROM training_completion c
        WHERE c.number = p.number AND completed_at >= @from AND completed_at < @to) AS modules_at,
      (SELECT min(taken_at) FROM exam_attempt e
        WHERE e.number = p.number AND taken_at >= @from AND taken_at < @to AND score >= @passMark) AS passed_at
    FROM (SELECT DISTINCT number FROM training_completion WHERE completed_at >= @from AND completed_at < @to) p
  )
) WHERE done_at IS NOT NULL`

export function trainingParameters(quarter: Period, asOf: CalendarDate, { timeZone, rules, excluded }: FactDeps) {
  const { from, to } = bounds(quarter, timeZone)
  const endOfAsOf = startOfDay(addDays(asOf, 1), timeZone)
  const last = lastDay(quarter)
  return {
    firstDay: firstDay(quarter),
    lastDay: last,
    dueFrom: addDays(last, 1 - rules.minimumTenureDays),
    graceDays: rules.minimumTenureDays,
    at: earlier(asOf, last),
    passMark: rules.passMark,
    excluded: excluded?.staff ?? [],
    from: new Date(from),
    to: new Date(to),
    until: new Date(Math.min(to, endOfAsOf)),
    late: new Date(endOfAsOf),
  }
}

/** Counts of a quarter by its end; `late` counts by the end of `asOf`. */
export async function trainingFacts(
  query: ReadQuery,
  quarter: Period,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<QuarterFacts> {
  const key = periodKey(quarter)
  const parameters = trainingParameters(quarter, asOf, deps)
  const foundSession = await query.get(session, { key, at: earlier(asOf, lastDay(quarter)) })
  const row = await query.get<Omit<QuarterFacts, 'quarter' | 'silent' | 'sessionHeld' | 'usualShare'>>(
    counts,
    parameters,
  )
  if (!row) throw new Error('a count returned no row')
  const running = asOf < lastDay(quarter)
  return {
    ...row,
    quarter: key,
    silent: await isSilent(query, parameters),
    sessionHeld: foundSession !== undefined,
    usualShare: running ? await usualShare(query, quarter, asOf, deps) : null,
  }
}

/** The people due in the quarter by unit. */
export async function trainingByUnit(
  query: ReadQuery,
  quarter: Period,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<UnitTraining[]> {
  const rows = await query.all<Share & { readonly unit: string }>(unitCounts, trainingParameters(quarter, asOf, deps))
  return rows.map(({ unit, ...share }) => ({ unit, share }))
}

/** A person on the roster after a quarter. */
export interface RosterRow {
  readonly number: string
  readonly unit: string
  readonly standing: 'due' | 'exempt' | 'not-yet-due'
}

/** Everybody on the roster after the quarter, also those whom two people excluded. */
export const rosterAfter = (
  query: ReadQuery,
  quarter: Period,
  asOf: CalendarDate,
  deps: Pick<FactDeps, 'timeZone' | 'rules'>,
): Promise<RosterRow[]> =>
  query.all<RosterRow>(roster, trainingParameters(quarter, asOf, { timeZone: deps.timeZone, rules: deps.rules }))

/** People due who have not passed in the quarter. The label is the unit, because the roster has no names. */
export async function missingStaff(
  query: ReadQuery,
  quarter: Period,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<MissingRow[]> {
  const parameters = trainingParameters(quarter, asOf, deps)
  const unrecorded = asOf > parameters.lastDay && (await isSilent(query, parameters))
  return query.all<MissingRow>(missing, { ...parameters, unrecorded })
}

/** True if the quarter has no record. */
const isSilent = async (
  query: ReadQuery,
  { from, until }: Readonly<Record<'from' | 'until', Date>>,
): Promise<boolean> => (await query.get<{ any: number }>(anyRecord, { from, until }))?.any !== 1

/** The share of passes that earlier quarters had when as much of them was over as of this one after `asOf`. */
async function usualShare(
  query: ReadQuery,
  quarter: Period,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<Share | null> {
  const now = bounds(quarter, deps.timeZone)
  const over = (startOfDay(addDays(asOf, 1), deps.timeZone) - now.from) / (now.to - now.from)
  const sum = { numerator: 0, denominator: 0 }
  for (let before = previousPeriod(quarter), n = 0; n < REMEMBERED; before = previousPeriod(before), n += 1) {
    const { from, to } = bounds(before, deps.timeZone)
    const by = new Date(Math.round(from + over * (to - from)))
    const values = { from: new Date(from), to: new Date(to), by, passMark: deps.rules.passMark }
    const share = await query.get<Share>(course, values)
    sum.numerator += share?.numerator ?? 0
    sum.denominator += share?.denominator ?? 0
  }
  return sum.denominator === 0 ? null : sum
}
