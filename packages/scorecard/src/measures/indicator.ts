import { addMonths } from '@wayproof/kernel/calendar/calendar-date'
import type { Indicator } from './indicator-definition.ts'
import { type IndicatorValue, shareOf, unknown } from './indicator-value.ts'
import { peopleIndicators } from './people-indicators.ts'

const count = (n: number): IndicatorValue => ({ kind: 'count', count: n })
const notKept = () => unknown('no-register')
/** Months for which a check of a form or system counts, like the yearly review of the policy. */
export const CHECKED_MONTHS = 12
/** A page is tried every day. */
export const WATCHED_MONTHS = 1
/** Findings come from scans, which are monthly, and from examinations. */
const EXAMINED_MONTHS = 6
const FORMS_CHECKED = { months: CHECKED_MONTHS, by: ['collection-points'] } as const
const NOTHING = unknown('nothing-registered')

/** Indicators of registers. No person is behind them, so they are shown for any base. */
const registerIndicators = [
  {
    id: 'policy-review',
    measure: 'policy',
    evidence: ['policy-versions'],
    // Yearly, or on change: a version approved within 12 months.
    value: ({ policyApprovedOn: on, asOf }) =>
      on === null ? NOTHING : { kind: 'last-on', on, inTime: addMonths(on, 12) >= asOf },
  },
  {
    id: 'pages-watched',
    measure: 'policy',
    evidence: ['policy-surfaces'],
    fresh: { months: WATCHED_MONTHS, by: ['policy-surfaces'] },
    value: ({ pages }) => (pages ? shareOf(pages.watched, pages.all) : NOTHING),
  },
  {
    id: 'consent-notices',
    measure: 'minimal-collection',
    evidence: ['collection-points', 'policy-versions'],
    fresh: FORMS_CHECKED,
    value: ({ collection }) => (collection ? shareOf(collection.current, collection.points) : NOTHING),
  },
  {
    id: 'minimal-forms',
    measure: 'minimal-collection',
    evidence: ['collection-points'],
    fresh: FORMS_CHECKED,
    value: ({ collection }) => (collection ? shareOf(collection.minimal, collection.points) : NOTHING),
  },
  {
    id: 'security-assessments',
    measure: 'technical-security',
    evidence: ['security-assessments'],
    value: ({ assessments }) => (assessments === null ? NOTHING : count(assessments)),
  },
  {
    id: 'vulnerability-scans',
    measure: 'technical-security',
    evidence: ['security-scans'],
    value: ({ scans }) => {
      if (!scans) return NOTHING
      return scans.covered ? shareOf(scans.scanned, scans.months) : unknown('no-full-scan')
    },
  },
  {
    id: 'penetration-tests',
    measure: 'technical-security',
    evidence: ['security-scans'],
    value: ({ scans }) => (scans ? count(scans.penetrationTests) : NOTHING),
  },
  {
    id: 'critical-findings',
    measure: 'technical-security',
    evidence: ['security-findings'],
    // An examination without findings leaves none.
    fresh: { months: EXAMINED_MONTHS, by: ['security-findings', 'security-scans', 'security-assessments'] },
    value: ({ oldCriticalFindings: old }) => (old === null ? NOTHING : count(old)),
  },
  {
    id: 'encryption',
    measure: 'technical-security',
    evidence: ['systems'],
    fresh: { months: CHECKED_MONTHS, by: ['systems'] },
    value: ({ systems }) => (systems ? shareOf(systems.encrypted, systems.withData, 'nothing-registered') : NOTHING),
  },
  {
    id: 'undecided-incidents',
    measure: 'technical-security',
    evidence: ['incidents'],
    fresh: { months: EXAMINED_MONTHS, by: ['incidents'] },
    value: ({ undecidedIncidents }) => (undecidedIncidents === null ? NOTHING : count(undecidedIncidents)),
  },
  {
    id: 'notices-in-time',
    measure: 'technical-security',
    evidence: ['incident-notices', 'incidents'],
    value: ({ notices }) => (notices ? shareOf(notices.inTime, notices.due) : NOTHING),
  },
  {
    id: 'exposure',
    measure: 'technical-security',
    evidence: ['bookings'],
    value: ({ bookings }) => (bookings ? count(bookings.count) : unknown('no-bookings')),
  },
  {
    id: 'all-staff-sessions',
    measure: 'training',
    evidence: ['training-sessions'],
    value: ({ sessions }) => (sessions ? shareOf(sessions.held, sessions.quarters) : NOTHING),
  },
  {
    id: 'agreements-signed',
    measure: 'third-party-risk',
    evidence: ['partner-agreements', 'partners'],
    value: ({ partners, agreementsRegistered }) =>
      partners && agreementsRegistered ? shareOf(partners.signed, partners.inScope) : NOTHING,
  },
  {
    id: 'audits-passed',
    measure: 'third-party-risk',
    evidence: ['partner-audits'],
    value: ({ audits }) => (audits ? shareOf(audits.passed, audits.audited) : NOTHING),
  },
  {
    id: 'failed-without-plan',
    measure: 'third-party-risk',
    evidence: ['partner-audits'],
    value: ({ audits }) => (audits ? count(audits.failedWithoutPlan) : NOTHING),
  },
  {
    id: 'audit-findings',
    measure: 'third-party-risk',
    evidence: ['audit-findings'],
    value: ({ auditFindings: findings }) => (findings ? shareOf(findings.inTime, findings.due) : NOTHING),
  },
  {
    id: 'privacy-reports',
    measure: 'transparency',
    evidence: ['privacy-reports'],
    value: ({ reports }) => (reports ? shareOf(reports.published, reports.due) : unknown('nothing-in-period')),
  },
  { id: 'item-difficulty', measure: 'training', evidence: [], value: notKept },
  {
    id: 'complaints-reopened',
    measure: 'customer-rights',
    evidence: [],
    // A closed case cannot be reopened; the person opens a new one.
    value: () => ({ kind: 'ruled-out' }),
  },
  {
    id: 'education-notices',
    measure: 'transparency',
    evidence: ['customer-education'],
    value: ({ education }) => (education === null ? NOTHING : count(education)),
  },
  {
    id: 'privacy-meetings',
    measure: 'transparency',
    evidence: ['privacy-meetings'],
    value: ({ meetings }) => (meetings ? shareOf(meetings.held, meetings.quarters) : NOTHING),
  },
  {
    id: 'meeting-actions',
    measure: 'transparency',
    evidence: ['privacy-meetings'],
    value: ({ meetings }) => (meetings ? shareOf(meetings.actionsClosed, meetings.actionsAgreed) : NOTHING),
  },
  {
    id: 'improvements',
    measure: 'transparency',
    evidence: ['improvements'],
    value: ({ improvements }) => count(improvements),
  },
] as const satisfies readonly Indicator[]

/** Every second-tier indicator, by measure. */
export const INDICATORS = [
  ...registerIndicators,
  ...peopleIndicators.map((indicator) => ({ ...indicator, ofPeople: true as const })),
] as const

export type IndicatorId = (typeof INDICATORS)[number]['id']
