import type { RegisterId } from '../register.ts'

const KEY_FIELDS: Readonly<Record<RegisterId, readonly string[]>> = {
  'staff-roles': ['number', 'role'],
  'staff-leave': ['number', 'fromDay'],
  'training-completions': ['number', 'completedAt'],
  'exam-attempts': ['number', 'takenAt'],
  'training-sessions': ['quarter'],
  partners: ['id'],
  'partner-audits': ['partnerId', 'reportDate'],
  incidents: ['id'],
  'incident-notices': ['incidentId', 'duty'],
  'security-assessments': ['id'],
  'policy-versions': ['version'],
  'policy-surfaces': ['id'],
  'policy-pages': ['surfaceId', 'language'],
  'policy-checks': ['surfaceId', 'languages', 'version', 'checkedOn'],
  'collection-points': ['pointId', 'field'],
  'partner-agreements': ['partnerId', 'signedOn'],
  'privacy-meetings': ['heldOn'],
  'customer-education': ['id'],
  systems: ['id'],
  'security-scans': ['id'],
  'audit-rounds': ['partnerId', 'year'],
  'audit-findings': ['id'],
  'security-findings': ['id'],
  bookings: ['month', 'channel'],
}

/** Key fields of a register, in order; no two rows agree in all of them. */
export const keyFields = (register: RegisterId): readonly string[] => KEY_FIELDS[register]
