/** Facts that a law requires in a notice of an incident. */
export const NOTICE_FACTS = [
  'nature',
  'people',
  'records',
  'contact',
  'consequences',
  'measures',
  'data-classes',
  'cause',
  'self-protection',
  'systems',
  'place-and-level',
  'development',
  'traces',
  'next-steps',
] as const

export type NoticeFact = (typeof NOTICE_FACTS)[number]

/** Incident severity in the order of the national measures on incident reporting, mildest first. */
export const SEVERITIES = ['ordinary', 'larger', 'major', 'extraordinary'] as const

export type Severity = (typeof SEVERITIES)[number]

/** Operator of the affected system, as far as a law distinguishes. */
export type Operator = 'any' | 'state-body' | 'critical-infrastructure'

/** A legal duty to notify someone of an incident, as data. */
export interface NoticeDuty {
  /** Hours from the moment of awareness; null: at once, without a number. */
  readonly hours: number | null
  readonly operator: Operator
  /** Mildest severity that triggers the duty; null: any. */
  readonly from: Severity | null
  readonly facts: readonly NoticeFact[]
}

/**
 * GDPR art. 33 and 34; Personal Information Protection Law (PIPL) art. 57; Measures for the Administration of National
 * Cybersecurity Incident Reporting, in force since 1 November 2025: 4 h for network operators, 2 h for state bodies, 1
 * h for critical infrastructure, from a larger incident on.
 */
export const NOTICE_DUTIES = {
  'gdpr-33': {
    ...{ hours: 72, operator: 'any', from: null },
    facts: ['nature', 'people', 'records', 'contact', 'consequences', 'measures'],
  },
  'gdpr-34': {
    ...{ hours: null, operator: 'any', from: null },
    facts: ['nature', 'contact', 'consequences', 'measures'],
  },
  'pipl-57': {
    ...{ hours: null, operator: 'any', from: null },
    facts: ['data-classes', 'cause', 'consequences', 'measures', 'self-protection', 'contact'],
  },
  'cn-report-4h': report(4, 'any'),
  'cn-report-2h': report(2, 'state-body'),
  'cn-report-1h': report(1, 'critical-infrastructure'),
} as const satisfies Readonly<Record<string, NoticeDuty>>

function report<O extends Operator>(hours: number, operator: O) {
  const facts = [
    ...(['systems', 'place-and-level', 'consequences', 'measures', 'development', 'cause'] as const),
    ...(['traces', 'next-steps'] as const),
  ]
  return { hours, operator, from: 'larger', facts } as const
}

export type NoticeDutyId = keyof typeof NOTICE_DUTIES

export const NOTICE_DUTY_IDS = Object.keys(NOTICE_DUTIES) as [NoticeDutyId, ...NoticeDutyId[]]

export const noticeDuty = (id: NoticeDutyId): NoticeDuty => NOTICE_DUTIES[id]
