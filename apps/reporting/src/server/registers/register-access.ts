import type { UserRole } from '@wayproof/accounts/accounts/person'
import { registers, STAFF_REGISTERS, type StaffRegister } from '@wayproof/evidence/register'
import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'

/** Role that maintains a register; the privacy officer may write in all of them. */
export const keeperOf = (register: ImportedRegister): UserRole =>
  register === 'travelers' ? 'officer' : registers[register].keeper

export const mayWrite = (role: UserRole, register: ImportedRegister): boolean =>
  role === 'officer' || keeperOf(register) === role

/** Says whether a role sees single members of staff: the department of the roster, officers and auditors. */
export const maySeeStaff = (role: UserRole): boolean =>
  role === 'officer' || role === 'human-resources' || role === 'auditor'

export const isStaffRegister = (register: string): register is StaffRegister =>
  STAFF_REGISTERS.some((candidate) => candidate === register)
