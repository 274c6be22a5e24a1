import { STAFF_REGISTERS, type StaffRegister } from '@wayproof/evidence'
import type { ImportedRegister, UserRole } from '@wayproof/store'

/** The office that keeps a register; the privacy officer keeps the others, and may write in all. */
const KEEPERS: Partial<Record<ImportedRegister, UserRole>> = {
  'staff-roles': 'human-resources',
  'staff-leave': 'human-resources',
  'training-completions': 'human-resources',
  'exam-attempts': 'human-resources',
  'training-sessions': 'human-resources',
  partners: 'procurement',
  'partner-audits': 'procurement',
  incidents: 'it-security',
  'audit-rounds': 'procurement',
  'audit-findings': 'procurement',
  'security-assessments': 'it-security',
  'security-findings': 'it-security',
  bookings: 'customer-service',
}

export const mayWrite = (role: UserRole, register: ImportedRegister): boolean =>
  role === 'officer' || KEEPERS[register] === role

/** Whether a role sees single members of staff: the keepers of the roster, and who audits them. */
export const maySeeStaff = (role: UserRole): boolean =>
  role === 'officer' || role === 'human-resources' || role === 'auditor'

export const isStaffRegister = (register: string): register is StaffRegister =>
  STAFF_REGISTERS.some((each) => each === register)
