import type { Dialect } from '@wayproof/database/query/dialect'
import { isPresent, ofTable, rowsOfPeriod, type ScopedRegister } from '../registers/rows-of-period.ts'

export const SCOPED_SURFACES: ScopedRegister = {
  register: 'policy-surfaces',
  from: 'active_from',
  until: 'active_to',
  scope: ['collects_personal_data', 'kind'],
  inScope: (column) => `${column('collects_personal_data')} OR ${column('kind')} = 'website'`,
}

// Surfaces that are live on the day and in scope (the website always), by language; the result of the last check of
// each language, by a person or the watcher; and the versions that count: the one in force, for some days the previous
// one, and one that is approved and not yet in force. Parameters: @asOf, @graceDays, @checkDays and those of
// `periodParameters`.
export const surfaceState = (dialect: Dialect): string => {
  const { addDays, greatest, parts } = dialect
  return `
WITH ${rowsOfPeriod(dialect, SCOPED_SURFACES)},
  version AS (
    SELECT version, coalesce(effective_on, approved_on) AS in_force_on,
      row_number() OVER (ORDER BY coalesce(effective_on, approved_on) DESC, version DESC) AS nth
    FROM policy_version WHERE coalesce(effective_on, approved_on) <= @asOf
  ),
  accepted AS (
    SELECT version FROM version WHERE nth = 1 OR nth = 2
      AND ${addDays('(SELECT in_force_on FROM version WHERE nth = 1)', '@graceDays')} >= @asOf
    UNION SELECT version FROM policy_version WHERE approved_on <= @asOf AND effective_on > @asOf
  ),
  surface AS (
    SELECT * FROM period_row WHERE ${isPresent(SCOPED_SURFACES, ofTable('period_row'))}
  ),
  look AS (
    SELECT surface.id, language.value AS language, (
      SELECT max(checked_on) FROM policy_check c
      WHERE c.surface_id = surface.id AND c.language = language.value AND checked_on <= @asOf AND published_on <= @asOf
    ) AS by_hand_on, (
      SELECT p.id FROM policy_proof p WHERE p.surface_id = surface.id AND p.language = language.value
        AND p.outcome IN ('found', 'other-text') AND p.checked_on <= @asOf ORDER BY p.at DESC LIMIT 1
    ) AS proof_id
    FROM surface, ${parts('languages', 'language')}
  ),
  latest AS (
    SELECT look.id, look.language, coalesce(${greatest('by_hand_on', 'proof.checked_on')}, by_hand_on, proof.checked_on) AS checked_on,
      proof.checked_on AS fetched_on, proof.version AS fetched
    FROM look LEFT JOIN policy_proof proof ON proof.id = look.proof_id
  ),
  seen AS (
    SELECT id, language, checked_on, coalesce(checked_on >= ${addDays('@asOf', '-@checkDays')}, FALSE) AS fresh,
      coalesce((
        SELECT min(version) FROM policy_check c
        WHERE c.surface_id = id AND c.language = latest.language AND c.checked_on = latest.checked_on
      ), CASE WHEN fetched_on = checked_on THEN fetched END) AS version,
      EXISTS (
        SELECT 1 FROM policy_check c
        WHERE c.surface_id = id AND c.language = latest.language AND c.checked_on = latest.checked_on
          AND published_on <= @asOf AND version IN (SELECT version FROM accepted)
      ) OR coalesce(fetched_on = checked_on AND fetched IN (SELECT version FROM accepted), FALSE) AS in_order
    FROM latest
  )`
}
