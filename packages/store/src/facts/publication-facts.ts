import type { CalendarDate, Share } from '@wayproof/kernel'
import type { MissingRow, PublicationFacts, Rules } from '@wayproof/scorecard'
import type { Database } from '../sqlite/database.ts'

// Surfaces that are live on the day and in scope (the website always), by language; what the last look at each language
// showed; which versions count: the current one, and for some days after its approval the one before.
const state = `
WITH
  version AS (
    SELECT version, approved_on, row_number() OVER (ORDER BY approved_on DESC, version DESC) AS nth
    FROM policy_version WHERE approved_on <= @asOf
  ),
  accepted AS (
    SELECT version FROM version WHERE nth = 1 OR nth = 2
      AND date((SELECT approved_on FROM version WHERE nth = 1), '+' || @graceDays || ' days') >= @asOf
  ),
  surface AS (
    SELECT * FROM policy_surface
    WHERE active_from <= @asOf AND (active_to IS NULL OR active_to > @asOf)
      AND (collects_personal_data OR kind = 'website')
  ),
  look AS (
    SELECT surface.id, language.value AS language, (
      SELECT max(checked_on) FROM policy_check c
      WHERE c.surface_id = surface.id AND c.language = language.value AND checked_on <= @asOf AND published_on <= @asOf
    ) AS checked_on
    FROM surface, json_each('[' || replace(json_quote(languages), ',', '","') || ']') AS language
  ),
  seen AS (
    SELECT id, checked_on, coalesce(checked_on >= date(@asOf, '-' || @checkDays || ' days'), 0) AS fresh, (
      SELECT min(version) FROM policy_check c
      WHERE c.surface_id = id AND c.language = look.language AND c.checked_on = look.checked_on
    ) AS version, EXISTS (
      SELECT 1 FROM policy_check c
      WHERE c.surface_id = id AND c.language = look.language AND c.checked_on = look.checked_on
        AND published_on <= @asOf AND version IN (SELECT version FROM accepted)
    ) AS in_order
    FROM look
  ),
  judged AS (
    SELECT id, min(in_order AND fresh) AS published, min(in_order) AS in_order, min(version) AS version,
      max(checked_on) AS checked_on, count(checked_on) AS looked, count(*) AS wanted,
      max(checked_on IS NOT NULL AND NOT in_order) AS old
    FROM seen GROUP BY id
  )`

const counts = `${state}
SELECT count(*) AS inScope, coalesce(sum(published), 0) AS published,
  count(*) FILTER (WHERE in_order AND NOT published) AS stale,
  (SELECT version FROM version WHERE nth = 1) AS version
FROM judged`

const missing = `${state}
SELECT id AS key, name AS label, CASE
    WHEN looked = 0 THEN 'not-published'
    WHEN old THEN 'old-version'
    WHEN looked < wanted THEN 'language-missing'
    ELSE 'not-verified' END AS why,
  CASE WHEN in_order THEN checked_on ELSE version END AS detail
FROM judged JOIN surface USING (id) WHERE NOT published ORDER BY name, id`

// Bookings name a surface by its id, or by its kind.
const busiest = `${state},
  recent AS (SELECT * FROM bookings WHERE month <= substr(@asOf, 1, 7) AND month > substr(date(@asOf, '-1 year'), 1, 7))
SELECT (SELECT sum(count) FROM recent) AS denominator, coalesce(max((
    SELECT coalesce(sum(count), 0) FROM recent WHERE channel IN (surface.id, surface.kind)
  )), 0) AS numerator
FROM judged JOIN surface USING (id) WHERE NOT published`

const parameters = (asOf: CalendarDate, rules: Rules) => ({
  asOf,
  graceDays: rules.policyGraceDays,
  checkDays: rules.policyCheckDays,
})

export function publicationFacts(database: Database, asOf: CalendarDate, rules: Rules): PublicationFacts {
  const given = parameters(asOf, rules)
  const row = database.read<Omit<PublicationFacts, 'busiestMissing'>>(counts).get(given)
  if (!row) throw new Error('a count gave no row')
  const share = database.read<Share | { denominator: null }>(busiest).get(given)
  return { ...row, busiestMissing: share?.denominator ? share : null }
}

/** Surfaces that do not show what they must, with the version seen or the day of the last look. */
export function missingSurfaces(database: Database, asOf: CalendarDate, rules: Rules): MissingRow[] {
  return database.read<MissingRow>(missing).all(parameters(asOf, rules))
}
