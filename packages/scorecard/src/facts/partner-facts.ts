import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import {
  isPresent,
  ofTable,
  periodParameters,
  rowsOfPeriod,
  type ScopedRegister,
} from '@wayproof/evidence/registers/rows-of-period'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, year as yearPeriod } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import type { PartnerFacts } from '../facts.ts'
import type { BridgeFacts } from '../goals/bridge.ts'
import type { MissingRow } from '../goals/missing-row.ts'
import { scopedBridge } from './scoped-bridge.ts'
import type { FactDeps } from './training-facts.ts'

/** Partners that process personal data. */
export const PARTNERS_IN_SCOPE: ScopedRegister = {
  register: 'partners',
  from: 'onboarded',
  until: 'offboarded',
  scope: ['processes_personal_data'],
  inScope: (column) => column('processes_personal_data'),
}

const SCOPED_PARTNERS: ScopedRegister = {
  ...PARTNERS_IN_SCOPE,
  due: ({ addDays }, column) => `(${addDays(column('onboarded'), '@graceDays')} <= @lastDay)`,
}

// An audit counts if it is dated in the year, of full scope, and based on more than the partner's own statement; the
// last of several counts. A partner is due if its days of grace end in the year, or once it has been audited.
export const partnerState = (dialect: Dialect): string => `
WITH ${rowsOfPeriod(dialect, SCOPED_PARTNERS)},
  audit AS (
    SELECT partner_id, result, corrective_plan_on,
      row_number() OVER (PARTITION BY partner_id ORDER BY report_date DESC) AS nth
    FROM partner_audit
    WHERE full_scope AND evidence_class <> 'self-declared' AND report_date BETWEEN @firstDay AND @at
  ),
  present AS (
    SELECT p.id, p.name, p.kept, a.partner_id IS NOT NULL AS audited, a.result, a.corrective_plan_on,
      a.partner_id IS NOT NULL OR ${SCOPED_PARTNERS.due?.(dialect, ofTable('p'))} AS due
    FROM period_row p LEFT JOIN audit a ON a.partner_id = p.id AND a.nth = 1
    WHERE ${isPresent(SCOPED_PARTNERS, ofTable('p'))}
  ),
  judged AS (SELECT * FROM present WHERE NOT ${dialect.oneOf('id', '@excluded')})`

const counts: Statement = (dialect) => `${partnerState(dialect)}
SELECT
  count(*) FILTER (WHERE due) AS due,
  count(*) FILTER (WHERE audited) AS audited,
  count(*) FILTER (WHERE audited AND result = 'pass') AS passed,
  count(*) FILTER (WHERE NOT due) AS notYetDue,
  count(*) FILTER (WHERE audited AND result <> 'pass' AND corrective_plan_on IS NULL) AS failedWithoutPlan
FROM judged`

const missing: Statement = (dialect) => `${partnerState(dialect)}
SELECT id AS key, name AS label, CASE
    WHEN kept THEN 'taken-out-by-one'
    WHEN EXISTS (SELECT 1 FROM partner_audit a WHERE a.partner_id = id AND full_scope
      AND report_date BETWEEN @firstDay AND @at) THEN 'self-declared-audit'
    WHEN EXISTS (SELECT 1 FROM partner_audit a WHERE a.partner_id = id
      AND report_date BETWEEN @firstDay AND @at) THEN 'partial-audit'
    ELSE 'no-audit' END AS why,
  (SELECT max(report_date) FROM partner_audit a WHERE a.partner_id = id AND report_date <= @at) AS detail
FROM judged WHERE due AND NOT audited ORDER BY name, id`

const course = `
SELECT count(*) AS denominator, count(*) FILTER (WHERE substr(first, 6) <= substr(@at, 6)) AS numerator FROM (
  SELECT min(report_date) AS first FROM partner_audit
  WHERE full_scope AND evidence_class <> 'self-declared' AND report_date BETWEEN @firstDay AND @lastDay
  GROUP BY partner_id
)`

export const partnerParameters = (year: number, asOf: CalendarDate, { rules, timeZone, excluded }: FactDeps) => {
  const period = yearPeriod(year)
  return {
    ...periodParameters(period, asOf, timeZone),
    lastDay: lastDay(period),
    graceDays: rules.partnerGraceDays,
    excluded: excluded?.partners ?? [],
  }
}

export async function partnerFacts(
  query: ReadQuery,
  year: number,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<PartnerFacts> {
  const values = partnerParameters(year, asOf, deps)
  const row = await query.get<Omit<PartnerFacts, 'usualShare'>>(counts, values)
  if (!row) throw new Error('a count returned no row')
  const usual = asOf < values.lastDay ? await yearBefore(query, year, asOf) : null
  return { ...row, usualShare: usual?.denominator ? usual : null }
}

/** Partners that are due and not fully audited, with the day of their last audit of any kind. */
export async function missingPartners(
  query: ReadQuery,
  year: number,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<MissingRow[]> {
  return query.all<MissingRow>(missing, partnerParameters(year, asOf, deps))
}

/** The partners in scope when the year began, and those that moved since. */
export const partnersBridge = (
  query: ReadQuery,
  year: number,
  asOf: CalendarDate,
  deps: FactDeps,
): Promise<BridgeFacts> =>
  scopedBridge(query, { scoped: SCOPED_PARTNERS, state: partnerState }, partnerParameters(year, asOf, deps))

function yearBefore(query: ReadQuery, year: number, asOf: CalendarDate): Promise<Share | undefined> {
  const before = yearPeriod(year - 1)
  return query.get<Share>(course, { firstDay: firstDay(before), lastDay: lastDay(before), at: asOf })
}
