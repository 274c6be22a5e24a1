import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { SCOPED_SURFACES, surfaceState } from '@wayproof/evidence/policy-watch/surface-state'
import { periodParameters } from '@wayproof/evidence/registers/rows-of-period'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { periodOf } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import type { PublicationFacts } from '../facts.ts'
import type { BridgeFacts } from '../goals/bridge.ts'
import type { MissingRow } from '../goals/missing-row.ts'
import { scopedBridge } from './scoped-bridge.ts'
import type { FactDeps } from './training-facts.ts'

export const publicationState = (dialect: Dialect): string => `${surfaceState(dialect)},
  judged AS (
    SELECT id, count(*) = count(*) FILTER (WHERE in_order AND fresh) AS published,
      count(*) = count(*) FILTER (WHERE in_order) AS in_order, min(version) AS version,
      max(checked_on) AS checked_on, count(checked_on) AS looked, count(*) AS wanted,
      count(*) FILTER (WHERE checked_on IS NOT NULL AND NOT in_order) > 0 AS old,
      count(*) FILTER (WHERE checked_on IS NOT NULL AND version IS NULL) > 0 AS other
    FROM seen WHERE NOT ${dialect.oneOf('id', '@excluded')} GROUP BY id
  )`

const counts: Statement = (dialect) => `${publicationState(dialect)}
SELECT count(*) AS inScope, count(*) FILTER (WHERE published) AS published,
  count(*) FILTER (WHERE in_order AND NOT published) AS stale, max(checked_on) AS lastLookOn,
  (SELECT version FROM version WHERE nth = 1) AS version
FROM judged`

const missing: Statement = (dialect) => `${publicationState(dialect)}
SELECT id AS key, name AS label, CASE
    WHEN kept THEN 'taken-out-by-one'
    WHEN looked = 0 THEN 'not-published'
    WHEN other THEN 'other-text'
    WHEN old THEN 'old-version'
    WHEN looked < wanted THEN 'language-missing'
    ELSE 'not-verified' END AS why,
  CASE WHEN in_order THEN checked_on WHEN NOT other THEN version END AS detail
FROM judged JOIN surface USING (id) WHERE NOT published ORDER BY name, id`

// Bookings name a surface by its id, or by its kind.
const busiest: Statement = (dialect) => `${publicationState(dialect)},
  recent AS (SELECT * FROM bookings WHERE month <= substr(@asOf, 1, 7) AND month > substr(${dialect.addMonths('@asOf', '-12')}, 1, 7))
SELECT (SELECT sum(count) FROM recent) AS denominator, coalesce(max((
    SELECT coalesce(sum(count), 0) FROM recent WHERE channel IN (surface.id, surface.kind)
  )), 0) AS numerator
FROM judged JOIN surface USING (id) WHERE NOT published`

export const publicationParameters = (asOf: CalendarDate, { rules, timeZone, excluded }: FactDeps) => ({
  asOf,
  graceDays: rules.policyGraceDays,
  checkDays: rules.policyCheckDays,
  excluded: excluded?.surfaces ?? [],
  ...periodParameters(periodOf('half-year', asOf), asOf, timeZone),
})

export async function publicationFacts(
  query: ReadQuery,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<PublicationFacts> {
  const values = publicationParameters(asOf, deps)
  const row = await query.get<Omit<PublicationFacts, 'busiestMissing'>>(counts, values)
  if (!row) throw new Error('a count returned no row')
  const share = await query.get<Share | { denominator: null }>(busiest, values)
  return { ...row, busiestMissing: share?.denominator ? share : null }
}

/** Surfaces that do not show a valid version, with the version seen or the day of the last check. */
export async function missingSurfaces(query: ReadQuery, asOf: CalendarDate, deps: FactDeps): Promise<MissingRow[]> {
  return query.all<MissingRow>(missing, publicationParameters(asOf, deps))
}

/** The surfaces in scope when the half-year began, and those that moved since. A live surface is due at once. */
export const surfacesBridge = (query: ReadQuery, asOf: CalendarDate, deps: FactDeps): Promise<BridgeFacts> =>
  scopedBridge(
    query,
    {
      scoped: SCOPED_SURFACES,
      state: (dialect) => `${publicationState(dialect)}, present AS (SELECT id, TRUE AS due FROM surface)`,
    },
    publicationParameters(asOf, deps),
  )
