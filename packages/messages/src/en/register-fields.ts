import type { RegisterId, RegisterRows } from '@wayproof/evidence'

/** Short names of the fields, as heads of columns and labels. */
const fields: { readonly [Id in RegisterId]: Record<keyof RegisterRows[Id], string> } = {
  'staff-roles': { number: 'Staff number', role: 'Role', unit: 'Unit', startDay: 'Started', endDay: 'Last day' },
  'staff-leave': { number: 'Staff number', fromDay: 'From', toDay: 'To' },
  'training-completions': { number: 'Staff number', completedAt: 'Completed' },
  'exam-attempts': { number: 'Staff number', takenAt: 'Taken', score: 'Score' },
  'training-sessions': { quarter: 'Quarter', heldOn: 'Held on' },
  partners: {
    id: 'Identifier',
    name: 'Name',
    service: 'Service',
    processesPersonalData: 'Customer data',
    onboarded: 'Since',
    offboarded: 'Until',
  },
  'partner-audits': {
    partnerId: 'Partner',
    reportDate: 'Report',
    result: 'Result',
    fullScope: 'Full scope',
    evidenceClass: 'Evidence',
    correctivePlanOn: 'Corrective plan due',
  },
  incidents: {
    id: 'Identifier',
    title: 'What happened',
    occurred: 'Occurred',
    confirmed: 'Confirmed',
    disclosure: 'Disclosure',
    customerData: 'Customer data',
    state: 'State',
    partnerId: 'Partner',
    records: 'Records',
  },
  'security-assessments': { id: 'Identifier', performedOn: 'Performed on', fullScope: 'Full scope' },
  'policy-versions': { version: 'Version', approvedOn: 'Approved on', effectiveOn: 'Effective on' },
  'policy-surfaces': {
    id: 'Identifier',
    name: 'Name',
    kind: 'Kind',
    url: 'Address',
    languages: 'Languages',
    collectsPersonalData: 'Collects personal data',
    activeFrom: 'In use from',
    activeTo: 'Until',
  },
  'policy-pages': { surfaceId: 'Surface', language: 'Language', url: 'Address' },
  'policy-checks': {
    surfaceId: 'Surface',
    languages: 'Language',
    version: 'Version seen',
    publishedOn: 'Shown since',
    checkedOn: 'Checked on',
  },
  bookings: { month: 'Month', channel: 'Channel', count: 'Bookings' },
}

/** What the allowed texts of a field mean. */
const values: Readonly<Record<string, string>> = {
  pass: 'passed',
  fail: 'failed',
  'self-declared': 'self-declared',
  document: 'document',
  certificate: 'certificate',
  'on-site': 'on site',
  yes: 'yes',
  no: 'no',
  potentially: 'possibly',
  unknown: 'unknown',
  confirmed: 'confirmed',
  suspected: 'suspected',
  rejected: 'ruled out',
  website: 'website',
  app: 'app',
  'mini-programme': 'mini-programme',
  'ota-page': 'travel agency page',
  branch: 'branch',
  'call-centre': 'call centre',
}

export const registerFields = { fields, values }
