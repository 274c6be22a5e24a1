import { type ImportProfile, plainProfile } from '../import/profile.ts'
import { type RegisterId, registers } from '../register.ts'

/** The form of a register's own file: plain CSV with the fields' names as columns. */
export function defaultProfile(register: RegisterId): ImportProfile {
  const columns = Object.fromEntries(registers[register].fields.map(({ name }) => [name, name]))
  return { ...plainProfile, columns }
}
