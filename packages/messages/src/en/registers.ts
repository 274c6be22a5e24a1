import type { RegisterId, RegisterRows } from '@wayproof/evidence'
import type { TravelerField } from '@wayproof/survey'
import { cellFault, fileFault, rowFault } from './register-faults.ts'
import { registerFields } from './register-fields.ts'

const names: Record<RegisterId, string> = {
  'staff-roles': 'Staff roster',
  'staff-leave': 'Staff leave',
  'training-completions': 'Training completions',
  'exam-attempts': 'Exam attempts',
  'training-sessions': 'All-staff sessions',
  partners: 'Partners',
  'partner-audits': 'Partner audits',
  incidents: 'Incidents',
  'incident-notices': 'Incident notices',
  'security-assessments': 'Security assessments',
  'policy-versions': 'Policy versions',
  'policy-surfaces': 'Policy surfaces',
  'policy-pages': 'Policy pages',
  'policy-checks': 'Policy checks',
  'collection-points': 'Collection points',
  'partner-agreements': 'Partner agreements',
  'privacy-meetings': 'Privacy meetings',
  systems: 'Systems',
  'security-scans': 'Vulnerability scans',
  bookings: 'Bookings',
}

/** What each column of a register's own file is for. */
type Columns = { readonly [Id in RegisterId]: Record<keyof RegisterRows[Id], string> } & {
  readonly travelers: Record<TravelerField, string>
}

const columns: Columns = {
  travelers: {
    customerNumber: 'Customer number; no name is needed',
    email: 'E-mail address',
    locale: 'Language, like zh-CN or en',
    tripType: 'Trip type',
    channel: 'Sales channel',
    region: 'Region',
    lastTrip: 'Month of the last trip, like 2026-03',
    adult: 'yes if known to be an adult; nobody else is invited',
    residence: 'Country of residence, like CN or DE, or both: CN DE; empty is unknown',
    basis: 'consent or soft-opt-in; empty if there is none, then nobody is invited',
    basisWording: 'Version of the wording that was shown',
    basisNamesSurveys: 'yes if that wording names surveys; China asks for it',
    basisNotice: 'yes if there is proof that the notice was shown with a soft opt-in',
    basisSource: 'System or form that recorded it',
    basisDate: 'Day it was given',
  },
  'staff-roles': {
    number: 'Staff number; no name is needed',
    role: 'Role; two roles of one number are one person',
    unit: 'Department',
    startDay: 'First working day',
    endDay: 'Last working day; empty while employed',
  },
  'staff-leave': {
    number: 'Staff number',
    fromDay: 'First day away',
    toDay: 'Last day away',
  },
  'training-completions': {
    number: 'Staff number',
    completedAt: 'When the last module was completed, with the time zone',
  },
  'exam-attempts': {
    number: 'Staff number',
    takenAt: 'When the exam was taken, with the time zone',
    score: 'Score from 0 to 100; the best attempt counts',
  },
  'training-sessions': {
    quarter: 'Quarter, like 2026-Q1',
    heldOn: 'Day on which the session was held, in that quarter',
  },
  partners: {
    id: 'Identifier, unique',
    name: 'Name',
    service: 'What the partner does for us',
    processesPersonalData: 'Whether it processes customers’ personal data: yes or no',
    onboarded: 'First day of the cooperation',
    offboarded: 'Day from which it is over; empty while it lasts',
  },
  'partner-audits': {
    partnerId: 'Identifier of the partner',
    reportDate: 'Date of the audit report',
    result: 'pass or fail',
    fullScope: 'Whether the whole checklist was audited: yes or no',
    evidenceClass: 'self-declared, document, certificate or on-site',
    correctivePlanOn: 'When the corrective plan of a failed audit is due',
  },
  incidents: {
    id: 'Identifier, unique; one root cause is one incident',
    title: 'What happened, in a few words',
    occurred: 'When it occurred: year, month or day',
    discovered: 'From when the company knew, with the time zone; the clocks of the laws run from here',
    confirmed: 'When it was confirmed: year, month or day; the year counts',
    disclosure: 'Whether data were disclosed: yes, potentially, no or unknown',
    customerData: 'Whether customers’ data are concerned: yes or no',
    state: 'confirmed, suspected or rejected',
    severity: 'ordinary, larger, major or extraordinary',
    cause: 'hacking, malware, social, misuse, error, physical, environmental or unknown',
    dataClasses: 'Data concerned, like name|contact|payment',
    partnerId: 'Partner that caused it, if one did',
    records: 'Records concerned, at least; empty if unknown',
    recordsTo: 'At most; empty if unknown',
  },
  'incident-notices': {
    incidentId: 'Identifier of the incident',
    duty: 'gdpr-33, gdpr-34, pipl-57, cn-report-4h, cn-report-2h or cn-report-1h',
    wanted: 'Whether the law wants a notice here: yes or no',
    notifiedAt: 'When it was given, with the time zone; empty until then',
    facts: 'What it told, like nature|people|contact',
    reference: 'What the receiver files it under',
    reason: 'Why none is wanted, or why it was late',
  },
  'security-assessments': {
    id: 'Identifier, unique',
    performedOn: 'Day of the assessment',
    fullScope: 'Whether it covered everything: yes or no',
  },
  'policy-versions': {
    version: 'Version, as the policy shows it',
    approvedOn: 'Day of the approval',
    effectiveOn: 'Day from which it is in force; empty if from the approval on',
  },
  'policy-surfaces': {
    id: 'Identifier, unique',
    name: 'Name',
    kind: 'website, app, mini-programme, ota-page, branch or call-centre',
    url: 'Address of the policy, if it has one',
    languages: 'Languages it must show, like zh-CN|en',
    collectsPersonalData: 'Whether it collects personal data: yes or no',
    activeFrom: 'First day of use',
    activeTo: 'Day from which it is out of use; empty while it is used',
  },
  'policy-pages': {
    surfaceId: 'Identifier of the surface',
    language: 'Language of the page, like zh-CN',
    url: 'Address of the page; empty if a person has to look',
  },
  'policy-checks': {
    surfaceId: 'Identifier of the surface',
    languages: 'Languages in which the version was seen, like zh-CN|en',
    version: 'Version that was seen',
    publishedOn: 'Since when it is shown',
    checkedOn: 'Day of the check',
  },
  'collection-points': {
    pointId: 'Identifier of the form',
    form: 'Name of the form',
    place: 'online or offline',
    field: 'Field of the form, one row each',
    mandatory: 'Whether it must be filled in: yes or no',
    needed: 'Whether the purpose cannot be fulfilled without it: yes or no',
    purpose: 'What it is collected for',
    noticeVersion: 'Policy version that the form refers to; empty if to none',
    checkedOn: 'Day on which the form was checked',
  },
  'partner-agreements': {
    partnerId: 'Identifier of the partner',
    signedOn: 'Day of the signature',
    expiresOn: 'Last day it holds; empty if without end',
  },
  'privacy-meetings': {
    heldOn: 'Day of the meeting',
    minutes: 'Whether minutes were kept: yes or no',
    actionsAgreed: 'Actions agreed on',
    actionsClosed: 'Of these, closed by now',
  },
  systems: {
    id: 'Identifier, unique',
    name: 'Name',
    customerData: 'Whether it holds customers’ data: yes or no',
    encryptedAtRest: 'Whether they are encrypted where they lie: yes or no',
    encryptedInTransit: 'Whether they are encrypted on their way: yes or no',
    checkedOn: 'Day on which this was checked',
  },
  'security-scans': {
    id: 'Identifier, unique',
    kind: 'scan or penetration-test',
    performedOn: 'Day of the scan',
  },
  bookings: {
    month: 'Month, like 2026-03',
    channel: 'Sales channel',
    count: 'Number of bookings',
  },
}

export const registers = { names, columns, ...registerFields, fileFault, rowFault, cellFault }
