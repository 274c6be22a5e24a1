import type { Dialect } from '@wayproof/database/query/dialect'

/**
 * SQL, common tables that end with `presence`: one row for each time in which a person was on the roster without a gap,
 * from all roles of the number. `end_day` is its last day. `tenure_from` is the day from which tenure counts: a gap of
 * more than `grace` days begins a new tenure, a shorter one is part of it. `grace` is SQL too. Most people have one role,
 * whose unit is `only_unit`; only the roles of others are compared, which costs ten times as much.
 */
export const presence = ({ addDays }: Dialect, grace: string): string => `
  person AS MATERIALIZED (
    SELECT number, count(*) AS roles, min(unit) AS unit, min(start_day) AS start_day,
      max(coalesce(end_day, '9999-12-31')) AS end_day
    FROM staff_role GROUP BY number
  ),
  compared AS (
    SELECT number, start_day, max(coalesce(end_day, '9999-12-31')) OVER (
        PARTITION BY number ORDER BY start_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS present_until
    FROM staff_role WHERE number IN (SELECT number FROM person WHERE roles > 1)
  ),
  presence AS MATERIALIZED (
    SELECT number, unit AS only_unit, start_day, end_day, start_day AS tenure_from FROM person WHERE roles = 1
    UNION ALL
    SELECT number, NULL, c.start_day, coalesce(lead(present_until) OVER by_day, p.end_day),
      max(CASE WHEN present_until IS NULL OR present_until < ${addDays('c.start_day', `-1 - ${grace}`)}
        THEN c.start_day END) OVER by_day
    FROM compared c JOIN person p USING (number)
    WHERE present_until IS NULL OR present_until < ${addDays('c.start_day', '-1')}
    WINDOW by_day AS (PARTITION BY number ORDER BY c.start_day)
  )`

/** SQL: the unit of a person of `presence` on `day`. The later begun of two roles decides, then the key. */
export const unitOn = (day: string): string => `coalesce(only_unit, (
  SELECT unit FROM staff_role WHERE staff_role.number = presence.number AND staff_role.start_day <= ${day}
    AND (staff_role.end_day IS NULL OR staff_role.end_day >= ${day})
  ORDER BY staff_role.start_day DESC, staff_role.role LIMIT 1))`
