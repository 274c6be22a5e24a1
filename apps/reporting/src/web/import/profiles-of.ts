/** The import profiles of a register, the usual one first; most have only that: its own columns. */
const PROFILES: Readonly<Record<string, readonly string[]>> = {
  'staff-roles': ['default', 'hr-export'],
  incidents: ['default', 'veris-incidents', 'veris-json'],
}

export const profilesOf = (register: string): readonly string[] => PROFILES[register] ?? ['default']
