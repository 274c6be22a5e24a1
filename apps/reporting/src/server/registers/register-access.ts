import { STAFF_REGISTERS, type StaffRegister } from '@wayproof/evidence'
import type { ImportedRegister, UserRole } from '@wayproof/store'

/** The office that keeps each register; the privacy officer may write in all. */
const KEEPERS: Readonly<Record<ImportedRegister, UserRole>> = {
  travelers: 'officer',
  'staff-roles': 'human-resources',
  'staff-leave': 'human-resources',
  'training-completions': 'human-resources',
  'exam-attempts': 'human-resources',
  'training-sessions': 'human-resources',
  partners: 'procurement',
  'partner-audits': 'procurement',
  'partner-agreements': 'procurement',
  'audit-rounds': 'procurement',
  'audit-findings': 'procurement',
  incidents: 'it-security',
  'incident-notices': 'it-security',
  'security-assessments': 'it-security',
  'security-findings': 'it-security',
  'security-scans': 'it-security',
  systems: 'it-security',
  'policy-versions': 'officer',
  'policy-surfaces': 'officer',
  'policy-pages': 'officer',
  'policy-checks': 'officer',
  'collection-points': 'officer',
  'privacy-meetings': 'officer',
  'customer-education': 'officer',
  bookings: 'customer-service',
}

export const keeperOf = (register: ImportedRegister): UserRole => KEEPERS[register]

export const mayWrite = (role: UserRole, register: ImportedRegister): boolean =>
  role === 'officer' || keeperOf(register) === role

/** Whether a role sees single members of staff: the keepers of the roster, and who audits them. */
export const maySeeStaff = (role: UserRole): boolean =>
  role === 'officer' || role === 'human-resources' || role === 'auditor'

export const isStaffRegister = (register: string): register is StaffRegister =>
  STAFF_REGISTERS.some((each) => each === register)
