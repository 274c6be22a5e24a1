import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { addDays, type CalendarDate, dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { EVIDENCE, type EvidenceRegister } from '../measures/indicator-facts.ts'
import { checkedRows } from './checked-rows.ts'

/** The last day of the month that begins on a day, in SQL. */
const lastOfMonth = ({ addDays, addMonths }: Dialect, first: string) => addDays(addMonths(first, '1'), '-1')

const lastCheck =
  (register: 'systems' | 'collection-points'): Statement =>
  (dialect) =>
    `SELECT max(checked_on) AS on_day FROM (${checkedRows(dialect, register)}) latest`

/** The latest day of each register of evidence up to @asOf, as text. */
const DAYS: Readonly<Partial<Record<EvidenceRegister, Statement>>> = {
  'policy-versions': 'SELECT max(approved_on) AS on_day FROM policy_version WHERE approved_on <= @asOf',
  'policy-surfaces': `SELECT max(checked_on) AS on_day FROM (
      SELECT checked_on FROM policy_check UNION ALL SELECT checked_on FROM policy_proof WHERE outcome IN ('found', 'other-text')
    ) WHERE checked_on <= @asOf`,
  'collection-points': lastCheck('collection-points'),
  'security-assessments': 'SELECT max(performed_on) AS on_day FROM security_assessment WHERE performed_on <= @asOf',
  'security-scans': 'SELECT max(performed_on) AS on_day FROM security_scan WHERE performed_on <= @asOf',
  systems: lastCheck('systems'),
  'training-sessions': 'SELECT max(held_on) AS on_day FROM training_session WHERE held_on <= @asOf',
  partners: 'SELECT max(onboarded) AS on_day FROM partner WHERE onboarded <= @asOf',
  'partner-audits': 'SELECT max(report_date) AS on_day FROM partner_audit WHERE report_date <= @asOf',
  'security-findings': 'SELECT max(found_on) AS on_day FROM security_finding WHERE found_on <= @asOf',
  'audit-findings': 'SELECT max(found_on) AS on_day FROM audit_finding WHERE found_on <= @asOf',
  'partner-agreements': 'SELECT max(signed_on) AS on_day FROM partner_agreement WHERE signed_on <= @asOf',
  'customer-education': 'SELECT max(published_on) AS on_day FROM customer_education WHERE published_on <= @asOf',
  'privacy-meetings': 'SELECT max(held_on) AS on_day FROM privacy_meeting WHERE held_on <= @asOf',
  // A month is known to be empty when it is over, and its bookings are complete.
  incidents: (dialect) => `SELECT max(on_day) AS on_day FROM (
      SELECT ${lastOfMonth(dialect, "month || '-01'")} AS on_day FROM empty_month WHERE register = 'incidents'
    ) empty WHERE on_day <= @asOf`,
  bookings: (dialect) => `SELECT max(on_day) AS on_day FROM (
      SELECT ${lastOfMonth(dialect, "month || '-01'")} AS on_day FROM bookings
    ) WHERE on_day <= @asOf`,
}

/** The latest moment of each register before @until. */
const MOMENTS: Readonly<Partial<Record<EvidenceRegister, string>>> = {
  training: 'SELECT max(taken_at) AS at FROM exam_attempt WHERE taken_at < @until',
  // Customers are asked about a half-year after its end, and improvements follow: the wave of the half-year is always
  // its evidence.
  waves: 'SELECT max(closed_at) AS at FROM wave WHERE closed_at < @until OR period = @period',
  improvements: `SELECT max(chosen_at) AS at FROM improvement
    WHERE (chosen_at < @until OR period = @period) AND withdrawn_at IS NULL`,
  'privacy-reports':
    'SELECT max(published_at) AS at FROM published_report WHERE published_at < @until AND withdrawn_at IS NULL',
  'incident-notices': 'SELECT max(notified_at) AS at FROM incident_notice WHERE notified_at < @until',
  incidents: `SELECT max(at) AS at FROM (
      SELECT imported_at AS at FROM import_file WHERE register = 'incidents'
      UNION ALL SELECT at FROM register_change WHERE register = 'incidents'
      UNION ALL SELECT discovered FROM incident
    ) entries WHERE at < @until`,
}

interface OnDay {
  readonly on_day: CalendarDate | null
}

/**
 * The day of the latest entry of each evidence of a half-year up to a day. Requests, complaints and reports have none: it would
 * tell that somebody wrote.
 */
export async function lastEvidence(
  query: ReadQuery,
  asOf: CalendarDate,
  { timeZone, period }: { readonly timeZone: string; readonly period: PeriodKey },
): Promise<Readonly<Record<EvidenceRegister, CalendarDate | null>>> {
  const until = new Date(startOfDay(addDays(asOf, 1), timeZone))
  const lastOf = async (evidence: EvidenceRegister): Promise<CalendarDate | null> => {
    const [days, moments] = [DAYS[evidence], MOMENTS[evidence]]
    const day = days && (await query.get<OnDay>(days, { asOf, until }))?.on_day
    const at = moments && (await query.get<{ at: number | null }>(moments, { until, period }))?.at
    const dayOfMoment = typeof at === 'number' ? dateAt(at, timeZone) : null
    return day && (dayOfMoment === null || day > dayOfMoment) ? day : dayOfMoment
  }
  const lastDays: Partial<Record<EvidenceRegister, CalendarDate | null>> = {}
  for (const each of EVIDENCE) lastDays[each] = await lastOf(each)
  return lastDays as Record<EvidenceRegister, CalendarDate | null>
}
