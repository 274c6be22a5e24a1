import type { Field } from '@wayproof/evidence/import/field'
import { type ImportProfile, plainProfile } from '@wayproof/evidence/import/profile'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import { hrExport } from '@wayproof/evidence/profiles/hr-export'
import { verisIncidents } from '@wayproof/evidence/profiles/veris-incidents'
import { verisJson } from '@wayproof/evidence/profiles/veris-json'
import { registers } from '@wayproof/evidence/register'
import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'

/** How a file of `register` is read: its fields and the format of the source. */
export interface Reading {
  readonly fields: readonly Field[]
  readonly profile: ImportProfile
  /** VERIS documents instead of a table. */
  readonly form?: 'veris'
}

export const fieldsOf = (register: ImportedRegister): readonly Field[] =>
  register === 'travelers' ? TRAVELER_FIELDS : registers[register].fields

const SPECIAL: Partial<Record<ImportedRegister, Readonly<Record<string, ImportProfile>>>> = {
  'staff-roles': { 'hr-export': hrExport },
  incidents: { 'veris-incidents': verisIncidents, 'veris-json': verisJson },
}

/**
 * `default` is a plain table, CSV or XLSX, with the fields' names as columns. Null if the register has no such profile.
 */
export function readingOf(register: ImportedRegister, profileId: string): Reading | null {
  const fields = fieldsOf(register)
  if (profileId === 'default')
    return { fields, profile: register === 'travelers' ? travelersProfile : defaultProfile(register) }
  const special = SPECIAL[register]
  const profile = special && Object.hasOwn(special, profileId) ? special[profileId] : undefined
  if (!profile) return null
  return profile === verisJson ? { fields, profile, form: 'veris' } : { fields, profile }
}

const travelersProfile: ImportProfile = {
  ...plainProfile,
  columns: Object.fromEntries(TRAVELER_FIELDS.map(({ name }) => [name, name])),
}
