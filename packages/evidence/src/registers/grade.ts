/** Severity of a finding, or criticality of a partner, mildest first. */
export const GRADES = ['low', 'medium', 'high', 'critical'] as const
