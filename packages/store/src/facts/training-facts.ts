import {
  addDays,
  bounds,
  type CalendarDate,
  earlier,
  firstDay,
  type Instant,
  lastDay,
  type Period,
  periodKey,
  previousPeriod,
  type Share,
  startOfDay,
} from '@wayproof/kernel'
import type { MissingRow, QuarterFacts, Rules } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'

export interface FactDeps {
  /** IANA name; decides on which day an exam was taken. */
  readonly timeZone: string
  readonly rules: Rules
  /** Rows that two people left out, by their keys in the register. */
  readonly excluded?: ExcludedKeys
}

export type ExcludedKeys = Readonly<Record<'surfaces' | 'staff' | 'partners', readonly string[]>>

/** Quarters whose course tells how much is usually done by now. */
const REMEMBERED = 4

// The people on the roster after the quarter and how each stands: a person is all roles of a number, and
// away when his leaves cover the quarter without a gap. Then what the quarter's
// records say of him. `until` ends the quarter (or the day asked for), `late` the time in which a late pass is seen. A late
// pass ends what the quarter began, before the person begins again: whole trainings after the quarter belong to the next.
export const standing = `
WITH
  leave AS (
    SELECT number, from_day, to_day, max(to_day) OVER (
      PARTITION BY number ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS away_until
    FROM staff_leave WHERE from_day <= @lastDay AND to_day >= @firstDay
  ),
  away AS (
    SELECT number FROM leave GROUP BY number
    HAVING min(from_day) <= @firstDay AND max(to_day) >= @lastDay AND NOT max(coalesce(from_day > date(away_until, '+1 day'), 0))
  ),
  person AS (
    SELECT number, min(unit) AS unit, min(start_day) AS start_day, max(coalesce(end_day, '9999-12-31')) AS end_day
    FROM staff_role GROUP BY number
  ),
  roster AS (
    SELECT number, unit, CASE
      WHEN start_day > @dueFrom THEN 'not-yet-due'
      WHEN number IN (SELECT number FROM away) THEN 'exempt'
      ELSE 'due' END AS standing
    FROM person WHERE start_day <= @at AND end_day > @lastDay
      AND number NOT IN (SELECT value FROM json_each(@excluded))
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
    SELECT *, standing = 'due' AS due, coalesce(modules AND best >= @passMark, 0) AS passed, CASE
      WHEN modules THEN passed_after < coalesce(completed_after, @late)
      WHEN best >= @passMark THEN completed_after < coalesce(passed_after, @late)
      END AS passed_late
    FROM record
  )`

const counts = `${standing}
SELECT
  count(*) FILTER (WHERE due) AS due,
  count(*) FILTER (WHERE due AND passed) AS passed,
  count(*) FILTER (WHERE due AND passed AND first >= @passMark) AS firstAttemptPassed,
  count(*) FILTER (WHERE standing = 'exempt') AS exempt,
  count(*) FILTER (WHERE standing = 'not-yet-due') AS notYetDue,
  count(*) FILTER (WHERE due AND NOT passed AND passed_late) AS late
FROM judged`

const anyRecord = `
SELECT EXISTS (SELECT 1 FROM training_completion WHERE completed_at >= @from AND completed_at < @until)
  OR EXISTS (SELECT 1 FROM exam_attempt WHERE taken_at >= @from AND taken_at < @until) AS "any"`

const missing = `${standing}
SELECT number AS key, unit AS label, CASE
    WHEN @unrecorded THEN 'no-records'
    WHEN passed_late THEN 'passed-late'
    WHEN NOT modules THEN 'modules-missing'
    WHEN best IS NULL THEN 'no-exam'
    ELSE 'exam-failed' END AS why,
  CAST(best AS TEXT) AS detail
FROM judged WHERE due AND NOT passed ORDER BY unit, number`

// A person is done when the later of the two, all modules and the first pass, has happened.
const course = `
SELECT count(*) AS denominator, count(*) FILTER (WHERE done_at < @by) AS numerator FROM (
  SELECT max(
    (SELECT min(completed_at) FROM training_completion c
      WHERE c.number = p.number AND completed_at >= @from AND completed_at < @to),
    (SELECT min(taken_at) FROM exam_attempt e
      WHERE e.number = p.number AND taken_at >= @from AND taken_at < @to AND score >= @passMark)) AS done_at
  FROM (SELECT DISTINCT number FROM training_completion WHERE completed_at >= @from AND completed_at < @to) p
) WHERE done_at IS NOT NULL`

export function trainingParameters(quarter: Period, asOf: CalendarDate, { timeZone, rules, excluded }: FactDeps) {
  const { from, to } = bounds(quarter, timeZone)
  const seen = startOfDay(addDays(asOf, 1), timeZone)
  const last = lastDay(quarter)
  return {
    firstDay: firstDay(quarter),
    lastDay: last,
    dueFrom: addDays(last, 1 - rules.minimumTenureDays),
    at: earlier(asOf, last),
    passMark: rules.passMark,
    excluded: JSON.stringify(excluded?.staff ?? []),
    from,
    to,
    until: Math.min(to, seen),
    late: seen,
  }
}

/** Counts of a quarter by its end; `late` by the end of `asOf`. */
export function trainingFacts(database: Database, quarter: Period, asOf: CalendarDate, deps: FactDeps): QuarterFacts {
  const counted = database.read<Omit<QuarterFacts, 'quarter' | 'silent' | 'sessionHeld' | 'usualShare'>>(counts)
  const key = periodKey(quarter)
  const parameters = trainingParameters(quarter, asOf, deps)
  const held = database
    .read('SELECT 1 FROM training_session WHERE quarter = ? AND held_on <= ?')
    .get(key, earlier(asOf, lastDay(quarter)))
  const row = counted.get(parameters)
  if (!row) throw new Error('a count gave no row')
  const running = asOf < lastDay(quarter)
  return {
    ...row,
    quarter: key,
    silent: isSilent(database, parameters),
    sessionHeld: held !== undefined,
    usualShare: running ? usualShare(database, quarter, asOf, deps) : null,
  }
}

/** People due who have not passed in the quarter. The label is the unit: a name is not on the roster. */
export function missingStaff(database: Database, quarter: Period, asOf: CalendarDate, deps: FactDeps): MissingRow[] {
  const parameters = trainingParameters(quarter, asOf, deps)
  const unrecorded = asOf > parameters.lastDay && isSilent(database, parameters)
  return database.read<MissingRow>(missing).all({ ...parameters, unrecorded: Number(unrecorded) })
}

/** Whether no record of a quarter is there. */
const isSilent = (database: Database, { from, until }: { readonly from: Instant; readonly until: Instant }): boolean =>
  database.read<{ any: number }>(anyRecord).get({ from, until })?.any !== 1

/** What share of their passes the quarters before had when as much of them was over as of this one after `asOf`. */
function usualShare(database: Database, quarter: Period, asOf: CalendarDate, deps: FactDeps): Share | null {
  const now = bounds(quarter, deps.timeZone)
  const over = (startOfDay(addDays(asOf, 1), deps.timeZone) - now.from) / (now.to - now.from)
  const sum = { numerator: 0, denominator: 0 }
  for (let before = previousPeriod(quarter), n = 0; n < REMEMBERED; before = previousPeriod(before), n += 1) {
    const { from, to } = bounds(before, deps.timeZone)
    const by: Instant = Math.round(from + over * (to - from))
    const seen = database.read<Share>(course).get({ from, to, by, passMark: deps.rules.passMark })
    sum.numerator += seen?.numerator ?? 0
    sum.denominator += seen?.denominator ?? 0
  }
  return sum.denominator === 0 ? null : sum
}
