/** Names of what arrives without an entry in the audit log, as acts that nobody of the installation carried out. */
export const ARRIVAL_ACTS = { requests: 'request-arrived', checks: 'policy-checked' } as const

export type ArrivalKind = keyof typeof ARRIVAL_ACTS

export const ARRIVAL_KINDS = Object.keys(ARRIVAL_ACTS) as readonly ArrivalKind[]
