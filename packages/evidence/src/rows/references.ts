import type { RegisterId } from '../register.ts'

/** Fields of other registers that refer to a row of this one by its identifier. */
const REFERENCES: Partial<Record<RegisterId, readonly (readonly [register: RegisterId, field: string])[]>> = {
  partners: [
    ['partner-audits', 'partnerId'],
    ['partner-agreements', 'partnerId'],
    ['audit-rounds', 'partnerId'],
    ['audit-findings', 'partnerId'],
    ['incidents', 'partnerId'],
  ],
  'security-assessments': [['security-findings', 'foundIn']],
  'security-scans': [['security-findings', 'foundIn']],
  incidents: [['incident-notices', 'incidentId']],
  'policy-surfaces': [
    ['policy-checks', 'surfaceId'],
    ['policy-pages', 'surfaceId'],
  ],
  'policy-versions': [['policy-checks', 'version']],
}

/** The register that a field refers to. */
export function referredTo(register: RegisterId, field: string): RegisterId | null {
  const ids = Object.keys(REFERENCES) as RegisterId[]
  return ids.find((id) => referencesTo(id).some(([from, name]) => from === register && name === field)) ?? null
}

export const referencesTo = (register: RegisterId) => REFERENCES[register] ?? []
