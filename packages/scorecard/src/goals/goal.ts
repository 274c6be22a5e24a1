import type { Owner } from '@wayproof/accounts/accounts/person'
import type { Share } from '@wayproof/kernel/share'

export const GOALS = [
  'policy-publication',
  'staff-training',
  'incident-reduction',
  'customer-satisfaction',
  'partner-audit',
] as const

export type GoalId = (typeof GOALS)[number]

export const OWNERS: Readonly<Record<GoalId, Owner>> = {
  'policy-publication': 'privacy-officer',
  'staff-training': 'human-resources',
  'incident-reduction': 'it-security',
  'customer-satisfaction': 'customer-service',
  'partner-audit': 'procurement',
}

/** Returns true for yearly goals; the others are half-yearly. */
export const isYearly = (goal: GoalId): boolean => goal === 'incident-reduction' || goal === 'partner-audit'

/** Targets of the policy paper. For incidents it is the reduction of the count from the baseline year. */
export const TARGETS: Readonly<Record<GoalId, Share>> = {
  'policy-publication': { numerator: 1, denominator: 1 },
  'staff-training': { numerator: 95, denominator: 100 },
  'incident-reduction': { numerator: 1, denominator: 2 },
  'customer-satisfaction': { numerator: 85, denominator: 100 },
  'partner-audit': { numerator: 1, denominator: 1 },
}
