import { type ImportProfile, plainProfile } from '../import/profile.ts'
import { type RegisterId, registers } from '../register.ts'

/** Profile of a register's own format: plain CSV with the field names as columns. */
export function defaultProfile(register: RegisterId): ImportProfile {
  const columns = Object.fromEntries(registers[register].fields.map(({ name }) => [name, name]))
  return { ...plainProfile, columns }
}
