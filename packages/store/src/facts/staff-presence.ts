import type { Dialect } from '../engine/query/dialect.ts'

/**
 * SQL, the common tables `roles` and `presence`: one row for each time in which a person was on the roster without a gap,
 * from all roles of the number. `end_day` is its last day. `tenure_from` is the day from which tenure counts: a gap of
 * more than `grace` days begins a new tenure, a shorter one is part of it. `grace` is SQL too.
 */
export const presence = ({ addDays }: Dialect, grace: string): string => `
  roles AS (
    SELECT number, start_day, max(coalesce(end_day, '9999-12-31')) OVER (
        PARTITION BY number ORDER BY start_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS present_until,
      max(coalesce(end_day, '9999-12-31')) OVER (PARTITION BY number) AS last_day
    FROM staff_role
  ),
  presence AS MATERIALIZED (
    SELECT number, start_day,
      coalesce(lead(present_until) OVER (PARTITION BY number ORDER BY start_day), last_day) AS end_day,
      max(CASE WHEN present_until IS NULL OR present_until < ${addDays('start_day', `-1 - ${grace}`)} THEN start_day END)
        OVER (PARTITION BY number ORDER BY start_day) AS tenure_from
    FROM roles WHERE present_until IS NULL OR present_until < ${addDays('start_day', '-1')}
  )`

/** SQL: the unit of `number` on `day`. The later begun of two roles decides, then the key. */
export const unitOn = (number: string, day: string): string => `(
  SELECT unit FROM staff_role WHERE staff_role.number = ${number} AND staff_role.start_day <= ${day}
    AND (staff_role.end_day IS NULL OR staff_role.end_day >= ${day})
  ORDER BY staff_role.start_day DESC, staff_role.role LIMIT 1)`
