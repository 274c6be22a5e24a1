import type { CalendarDate, Share } from '@wayproof/kernel'
import type { MissingRow, PublicationFacts, Rules } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { surfaceState } from './surface-state.ts'

export const publicationState = `${surfaceState},
  judged AS (
    SELECT id, min(in_order AND fresh) AS published, min(in_order) AS in_order, min(version) AS version,
      max(checked_on) AS checked_on, count(checked_on) AS looked, count(*) AS wanted,
      max(checked_on IS NOT NULL AND NOT in_order) AS old,
      max(checked_on IS NOT NULL AND version IS NULL) AS other
    FROM seen WHERE id NOT IN (SELECT value FROM json_each(@excluded)) GROUP BY id
  )`

const counts = `${publicationState}
SELECT count(*) AS inScope, coalesce(sum(published), 0) AS published,
  count(*) FILTER (WHERE in_order AND NOT published) AS stale, max(checked_on) AS lastLookOn,
  (SELECT version FROM version WHERE nth = 1) AS version
FROM judged`

const missing = `${publicationState}
SELECT id AS key, name AS label, CASE
    WHEN looked = 0 THEN 'not-published'
    WHEN other THEN 'other-text'
    WHEN old THEN 'old-version'
    WHEN looked < wanted THEN 'language-missing'
    ELSE 'not-verified' END AS why,
  CASE WHEN in_order THEN checked_on WHEN NOT other THEN version END AS detail
FROM judged JOIN surface USING (id) WHERE NOT published ORDER BY name, id`

// Bookings name a surface by its id, or by its kind.
const busiest = `${publicationState},
  recent AS (SELECT * FROM bookings WHERE month <= substr(@asOf, 1, 7) AND month > substr(date(@asOf, '-1 year'), 1, 7))
SELECT (SELECT sum(count) FROM recent) AS denominator, coalesce(max((
    SELECT coalesce(sum(count), 0) FROM recent WHERE channel IN (surface.id, surface.kind)
  )), 0) AS numerator
FROM judged JOIN surface USING (id) WHERE NOT published`

export const publicationParameters = (asOf: CalendarDate, rules: Rules, excluded: readonly string[] = []) => ({
  asOf,
  graceDays: rules.policyGraceDays,
  checkDays: rules.policyCheckDays,
  excluded: JSON.stringify(excluded),
})

export function publicationFacts(
  database: Database,
  asOf: CalendarDate,
  rules: Rules,
  excluded: readonly string[] = [],
): PublicationFacts {
  const given = publicationParameters(asOf, rules, excluded)
  const row = database.read<Omit<PublicationFacts, 'busiestMissing'>>(counts).get(given)
  if (!row) throw new Error('a count gave no row')
  const share = database.read<Share | { denominator: null }>(busiest).get(given)
  return { ...row, busiestMissing: share?.denominator ? share : null }
}

/** Surfaces that do not show what they must, with the version seen or the day of the last look. */
export function missingSurfaces(
  database: Database,
  asOf: CalendarDate,
  rules: Rules,
  excluded: readonly string[] = [],
): MissingRow[] {
  return database.read<MissingRow>(missing).all(publicationParameters(asOf, rules, excluded))
}
