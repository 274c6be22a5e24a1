import {
  defaultProfile,
  type Field,
  hrExport,
  type ImportProfile,
  plainProfile,
  registers,
  verisIncidents,
} from '@wayproof/evidence'
import type { ImportedRegister } from '@wayproof/store'
import { TRAVELER_FIELDS } from '@wayproof/survey'

/** How a file of `register` is read: its fields, and the form of the source. */
export interface Reading {
  readonly fields: readonly Field[]
  readonly profile: ImportProfile
}

export const fieldsOf = (register: ImportedRegister): readonly Field[] =>
  register === 'travelers' ? TRAVELER_FIELDS : registers[register].fields

const SPECIAL: Partial<Record<ImportedRegister, Readonly<Record<string, ImportProfile>>>> = {
  'staff-roles': { 'hr-export': hrExport },
  incidents: { 'veris-incidents': verisIncidents },
}

/** `default` is a plain table, CSV or XLSX, with the fields' names as columns. Null where the register knows no such profile. */
export function readingOf(register: ImportedRegister, profileId: string): Reading | null {
  const fields = fieldsOf(register)
  if (profileId === 'default')
    return { fields, profile: register === 'travelers' ? travelersProfile : defaultProfile(register) }
  const special = SPECIAL[register]
  const profile = special && Object.hasOwn(special, profileId) ? special[profileId] : undefined
  return profile ? { fields, profile } : null
}

export const travelersProfile: ImportProfile = {
  ...plainProfile,
  columns: Object.fromEntries(TRAVELER_FIELDS.map(({ name }) => [name, name])),
}
