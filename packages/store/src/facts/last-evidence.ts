import { addDays, type CalendarDate, dateAt, type PeriodKey, startOfDay } from '@wayproof/kernel'
import { EVIDENCE, type EvidenceRegister } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'

/** Where the latest day of each evidence stands, with days as texts: the last up to @asOf. */
const DAYS: Readonly<Partial<Record<EvidenceRegister, string>>> = {
  'policy-versions': 'SELECT max(approved_on) AS on_day FROM policy_version WHERE approved_on <= @asOf',
  'policy-surfaces': `SELECT max(checked_on) AS on_day FROM (
      SELECT checked_on FROM policy_check UNION ALL SELECT checked_on FROM policy_proof WHERE outcome IN ('found', 'other-text')
    ) WHERE checked_on <= @asOf`,
  'collection-points': 'SELECT max(checked_on) AS on_day FROM collection_point WHERE checked_on <= @asOf',
  'security-assessments': 'SELECT max(performed_on) AS on_day FROM security_assessment WHERE performed_on <= @asOf',
  'security-scans': 'SELECT max(performed_on) AS on_day FROM security_scan WHERE performed_on <= @asOf',
  systems: 'SELECT max(checked_on) AS on_day FROM system WHERE checked_on <= @asOf',
  'training-sessions': 'SELECT max(held_on) AS on_day FROM training_session WHERE held_on <= @asOf',
  partners: 'SELECT max(onboarded) AS on_day FROM partner WHERE onboarded <= @asOf',
  'partner-audits': 'SELECT max(report_date) AS on_day FROM partner_audit WHERE report_date <= @asOf',
  'security-findings': 'SELECT max(found_on) AS on_day FROM security_finding WHERE found_on <= @asOf',
  'audit-findings': 'SELECT max(found_on) AS on_day FROM audit_finding WHERE found_on <= @asOf',
  'partner-agreements': 'SELECT max(signed_on) AS on_day FROM partner_agreement WHERE signed_on <= @asOf',
  'customer-education': 'SELECT max(published_on) AS on_day FROM customer_education WHERE published_on <= @asOf',
  'privacy-meetings': 'SELECT max(held_on) AS on_day FROM privacy_meeting WHERE held_on <= @asOf',
  // A month is known when it is over.
  bookings: `SELECT max(date(month || '-01', '+1 month', '-1 day')) AS on_day FROM bookings
    WHERE date(month || '-01', '+1 month', '-1 day') <= @asOf`,
}

/** Entries of people. */
const PEOPLE: Readonly<Partial<Record<EvidenceRegister, string>>> = {
  'rights-cases': 'rights_case',
  'whistle-reports': 'whistle_report',
}

/** The end of the month, once it is over, in which the last whole group of @few was complete: no day speaks of one person. */
const monthOfFew = (table: string) => `
SELECT date(received_on, 'start of month', '+1 month', '-1 day') AS on_day
FROM (
  SELECT received_on, row_number() OVER (ORDER BY received_on, id) AS nth, count(*) OVER () AS n
  FROM ${table} WHERE received_on < date(@asOf, 'start of month')
)
WHERE nth = n - n % @few`

/** The same with moments, before @until. */
const MOMENTS: Readonly<Partial<Record<EvidenceRegister, string>>> = {
  training: 'SELECT max(taken_at) AS at FROM exam_attempt WHERE taken_at < @until',
  // Customers are asked about a half-year when it is over, and improvements follow: those of its own are always its evidence.
  waves: 'SELECT max(closed_at) AS at FROM wave WHERE closed_at < @until OR period = @period',
  improvements: `SELECT max(chosen_at) AS at FROM improvement
    WHERE (chosen_at < @until OR period = @period) AND withdrawn_at IS NULL`,
  'privacy-reports':
    'SELECT max(published_at) AS at FROM published_report WHERE published_at < @until AND withdrawn_at IS NULL',
  'incident-notices': 'SELECT max(notified_at) AS at FROM incident_notice WHERE notified_at < @until',
  incidents: "SELECT max(imported_at) AS at FROM import_file WHERE register = 'incidents' AND imported_at < @until",
}

/** The day of the latest entry of each evidence of a half-year up to a day. */
export function lastEvidence(
  database: Database,
  asOf: CalendarDate,
  { timeZone, few, period }: { readonly timeZone: string; readonly few: number; readonly period: PeriodKey },
): Readonly<Record<EvidenceRegister, CalendarDate | null>> {
  const until = startOfDay(addDays(asOf, 1), timeZone)
  const lastOf = (evidence: EvidenceRegister): CalendarDate | null => {
    const days = DAYS[evidence]
    if (days) return database.read<{ on_day: CalendarDate | null }>(days).get({ asOf })?.on_day ?? null
    const people = PEOPLE[evidence]
    if (people) return database.read<{ on_day: CalendarDate }>(monthOfFew(people)).get({ asOf, few })?.on_day ?? null
    const moments = MOMENTS[evidence]
    const at = moments ? database.read<{ at: number | null }>(moments).get({ until, period })?.at : null
    return at === null || at === undefined ? null : dateAt(at, timeZone)
  }
  return Object.fromEntries(EVIDENCE.map((each) => [each, lastOf(each)])) as Record<
    EvidenceRegister,
    CalendarDate | null
  >
}
