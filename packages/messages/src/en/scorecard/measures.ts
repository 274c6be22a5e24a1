import type { IndicatorId } from '@wayproof/scorecard/measures/indicator'
import type { EvidenceRegister } from '@wayproof/scorecard/measures/indicator-facts'
import type { IndicatorValue, MissingEvidence } from '@wayproof/scorecard/measures/indicator-value'
import type { MeasureId } from '@wayproof/scorecard/measures/measure'
import { bandText } from '../../band-text.ts'
import { day } from '../../date-format.ts'
import { monthRanges } from '../../month-ranges.ts'
import { count, percent, percentDigits, rateRange, sharePercent } from '../../number-format.ts'
import { breakdown } from './breakdown.ts'
import { measuresText } from './measures-text.ts'

const n = (value: number) => count(value, 'en')

const names: Record<MeasureId, string> = {
  policy: 'Privacy policy',
  'minimal-collection': 'Minimal collection and consent',
  'technical-security': 'Technical security',
  training: 'Training and whistleblowing',
  'customer-rights': 'Customer rights',
  'third-party-risk': 'Third-party risk',
  transparency: 'Transparency',
}

/** The policy's promise for each measure, in the paper's words. */
const promises: Record<MeasureId, string> = {
  policy: 'The current privacy policy is shown on every platform within 3 months.',
  'minimal-collection': 'No more is collected than a purpose needs, and only with notice and consent.',
  'technical-security': 'Customer data leaks fall by half from the baseline year; security is assessed every year.',
  training:
    'Every quarter at least 95% of staff complete the training and pass the exam. Only case handlers read reports.',
  'customer-rights':
    'Requests and complaints are answered on time, and at least 85% of customers are satisfied with privacy protection.',
  'third-party-risk': 'Every partner that handles customer data has an agreement and is audited every year.',
  transparency: 'Every half-year customers are surveyed, told about improvements and shown a report.',
}

/** Name and formula of each indicator. */
const indicators: Record<IndicatorId, readonly [name: string, formula: string]> = {
  'policy-review': ['Policy reviewed', 'last approval within 12 months'],
  'pages-watched': [
    'Pages monitored',
    'pages read at the last check, within a month, of all that must show the policy',
  ],
  'consent-notices': [
    'Forms with the current notice',
    'forms whose every field was checked within 12 months and refers to the version in force',
  ],
  'minimal-forms': [
    'Minimal forms',
    'forms checked within 12 months, with no mandatory field that the purpose does not need',
  ],
  'security-assessments': ['Security assessments', 'of full scope, in the calendar year'],
  'vulnerability-scans': ['Vulnerability scans', 'months with a scan of every system, of the months begun'],
  'penetration-tests': ['Penetration tests', 'in the calendar year'],
  'critical-findings': ['Open critical findings', 'older than 15 days; systems examined within 6 months'],
  encryption: ['Encrypted systems', 'at rest and in transit, checked within 12 months, of systems with customer data'],
  'undecided-incidents': ['Undecided suspicions', 'of the calendar year; register updated within 6 months'],
  'notices-in-time': ['Notifications on time', 'of incidents, of those due in the half-year'],
  exposure: ['Bookings', 'of the half-year'],
  'all-staff-sessions': ['All-staff sessions', 'quarters with a session, of the quarters begun'],
  'whistle-blower-reports': ['Whistleblower reports', 'received in the calendar year'],
  'reports-acknowledged': ['Reports acknowledged', 'within 7 days, of those due in the calendar year'],
  'reports-closed': ['Reports closed', 'within 90 days, of those due in the calendar year'],
  'agreements-signed': ['Agreements in force', 'on the last day, of partners with customer data'],
  'audits-passed': ['Audits passed', 'of the partners audited in the calendar year'],
  'failed-without-plan': ['Failed audits without a plan', 'no corrective plan date'],
  'audit-findings': ['Audit findings closed on time', 'of all that were due'],
  'privacy-reports': ['Privacy reports', 'on the previous half-year, published of those due'],
  'item-difficulty': ['Difficulty of exam questions', 'not available: imports carry no per-question answers'],
  'complaints-answered': [
    'Complaints answered on time',
    'first answer within 2 working days, of those whose deadline has passed in the half-year',
  ],
  'complaints-reopened': ['Reopened complaints', 'not applicable: closed cases are never reopened'],
  'education-notices': ['Customer education', 'published in the half-year'],
  'privacy-meetings': ['Privacy meetings', 'quarters with a meeting and its minutes, of the quarters begun'],
  'meeting-actions': ['Meeting actions', 'closed, of those agreed in the half-year'],
  improvements: ['Improvements chosen', 'from the feedback on the half-year'],
  'first-attempt': ['Passed at the first attempt', 'of those who passed in the half-year'],
  'requests-in-time': ['Requests answered on time', 'of those due in the half-year'],
  'days-to-answer': ['Days to answer', 'from receipt to the first answer'],
  complaints: ['Complaints', 'per 100,000 bookings of the half-year'],
  'leak-signal': ['Suspicious contacts', 'yes, of yes and no; unweighted'],
  'leak-signal-jump': [
    'Rise in suspicious contacts',
    'from the previous wave; unweighted, Fisher’s exact test, p below 0.05',
  ],
  trust: ['Trust in the company', '4 or 5 of 5, of those with an opinion'],
  'unknown-to-customers-notice': ['Don’t know: notice', 'of those who answered the question'],
  'unknown-to-customers-consent': ['Don’t know: consent', 'of those who answered the question'],
  'unknown-to-customers-minimal': ['Don’t know: minimal collection', 'of those who answered the question'],
  'unknown-to-customers-security': ['Don’t know: security', 'of those who answered the question'],
  'unknown-to-customers-control': ['Don’t know: control and deletion', 'of those who answered the question'],
  'unknown-to-customers-sharing': ['Don’t know: sharing with partners', 'of those who answered the question'],
  'unknown-to-customers-transparency': ['Don’t know: transparency', 'of those who answered the question'],
}

const evidence: Record<EvidenceRegister, string> = {
  'policy-versions': 'policy versions',
  'policy-surfaces': 'platforms',
  'collection-points': 'collection points',
  incidents: 'incidents',
  'incident-notices': 'notifications of incidents',
  'security-assessments': 'security assessments',
  'security-scans': 'vulnerability scans',
  systems: 'systems',
  training: 'exam attempts',
  'training-sessions': 'all-staff sessions',
  'rights-cases': 'requests and complaints',
  'whistle-reports': 'whistleblower reports',
  waves: 'survey',
  improvements: 'improvements',
  'privacy-reports': 'published reports',
  partners: 'partners',
  'partner-audits': 'partner audits',
  'partner-agreements': 'partner agreements',
  'privacy-meetings': 'privacy meetings',
  'customer-education': 'customer education',
  'audit-findings': 'audit findings',
  'security-findings': 'security findings',
  bookings: 'bookings',
}

const missing: Record<MissingEvidence, string> = {
  'no-register': 'no register yet',
  'nothing-registered': 'the register is empty',
  outdated: 'the latest entry is too old',
  'no-full-scan': 'no scan of every system',
  'nothing-in-period': 'nothing in this half-year',
  'no-bookings': 'no bookings for this half-year',
  'months-unbooked': 'no bookings for some months',
  'no-wave': 'no survey wave',
  'wave-open': 'the wave is still open',
  'not-asked': 'not asked',
  'no-satisfied-points': 'the scale names no satisfied points',
  'no-wave-before': 'no comparable earlier wave',
  'no-handler': 'no case handler is appointed',
  'half-year-running': 'published once the half-year has ended',
  'with-the-year': 'published for the whole year, with its second half-year',
}

function value(indicatorValue: IndicatorValue): string {
  switch (indicatorValue.kind) {
    case 'share':
      return `${sharePercent(indicatorValue.share)} (${n(indicatorValue.share.numerator)} of ${n(indicatorValue.share.denominator)})`
    case 'weighted':
      return `${percent(indicatorValue.value)} weighted (95% interval ${percentDigits(indicatorValue.interval.lower)} to ${percent(indicatorValue.interval.upper)}); unweighted ${sharePercent(indicatorValue.counted)} (${n(indicatorValue.counted.numerator)} of ${n(indicatorValue.counted.denominator)})`
    case 'band':
      return bandText(indicatorValue, 'en')
    case 'rate':
      return `${rateRange(indicatorValue)} per 100,000 (${breakdown.people(indicatorValue.cases)})`
    case 'count':
      return n(indicatorValue.count)
    case 'days':
      return `median ${indicatorValue.median === 1 ? '1 day' : `${n(indicatorValue.median)} days`}, 90th percentile ${indicatorValue.ninetieth === 1 ? '1 day' : `${n(indicatorValue.ninetieth)} days`} (${breakdown.people(indicatorValue.cases)} requests)`
    case 'last-on':
      return `${day(indicatorValue.on, 'en')}, ${indicatorValue.inTime ? 'on time' : 'overdue'}`
    case 'coarse':
      return `${breakdown.share(indicatorValue.share)} (of ${breakdown.people(indicatorValue.people)})`
    case 'people':
      return indicatorValue.atLeast > 0
        ? `${breakdown.people(indicatorValue.atLeast)}, in steps of ${n(indicatorValue.fewerThan)}`
        : `fewer than ${n(indicatorValue.fewerThan)}`
    case 'jump':
      return `${indicatorValue.triageWanted ? 'significant rise, investigate' : 'no significant rise'}; before ${value(indicatorValue.before)}, now ${value(indicatorValue.now)}`
    case 'withheld':
      return 'hidden: it could reveal a small group'
    case 'ruled-out':
      return 'not applicable'
    case 'unknown':
      return `unknown: ${indicatorValue.months ? `no bookings for ${monthRanges(indicatorValue.months, 'en')}` : missing[indicatorValue.missing]}`
    case 'suppressed':
      return `hidden: fewer than ${n(indicatorValue.fewerThan)} people`
  }
}

/** The figure alone, for a table cell. */
function brief(indicatorValue: IndicatorValue): string {
  switch (indicatorValue.kind) {
    case 'share':
      return sharePercent(indicatorValue.share) ?? ''
    case 'weighted':
      return `${percent(indicatorValue.value)} (${percentDigits(indicatorValue.interval.lower)}\u2013${percent(indicatorValue.interval.upper)})`
    case 'rate':
      return `${rateRange(indicatorValue)} per 100,000`
    case 'days':
      return indicatorValue.median === 1 ? 'median 1 day' : `median ${n(indicatorValue.median)} days`
    case 'last-on':
      return day(indicatorValue.on, 'en')
    case 'coarse':
      return breakdown.share(indicatorValue.share)
    case 'people':
      return indicatorValue.atLeast > 0
        ? breakdown.people(indicatorValue.atLeast)
        : `fewer than ${n(indicatorValue.fewerThan)}`
    case 'jump':
      return indicatorValue.triageWanted ? 'significant rise' : 'no significant rise'
    case 'withheld':
    case 'suppressed':
      return 'hidden'
    case 'unknown':
      return 'unknown'
    default:
      return value(indicatorValue)
  }
}

export const measures = { ...measuresText, names, promises, indicators, evidence, value, brief }
