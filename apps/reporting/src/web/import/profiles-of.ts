/** Import profiles by register, the default first; other registers have only their own columns. */
const PROFILES: Readonly<Record<string, readonly string[]>> = {
  'staff-roles': ['default', 'hr-export'],
  incidents: ['default', 'veris-incidents', 'veris-json'],
}

export const profilesOf = (register: string): readonly string[] => PROFILES[register] ?? ['default']
