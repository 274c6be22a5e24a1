import type { GoalId } from '../goals/goal.ts'

export type SettingUnit = 'percent' | 'points' | 'days' | 'months' | 'people' | 'answers' | 'year'

/** A judgment setting that two people may change. */
export interface Setting {
  /** Goal whose owner may not decide on the setting. */
  readonly goal: GoalId
  readonly unit: SettingUnit
  /** Inclusive integer bounds. */
  readonly lowest: number
  readonly highest: number
  /** A lower value requires a document with the reason. */
  readonly documentedBelow?: number
}

export const SETTING_IDS = [
  'publication-target',
  'policy-due',
  'policy-grace',
  'policy-check-age',
  'training-target',
  'pass-mark',
  'minimum-tenure',
  'incident-target',
  'baseline-year',
  'satisfaction-target',
  'minimum-answers',
  'smallest-group',
  'audit-target',
  'partner-grace',
] as const

export type SettingId = (typeof SETTING_IDS)[number]

/** Below 5 people a figure describes individuals, so no decision may go lower. */
const FEWEST_PEOPLE = 5

const of = (goal: GoalId, unit: SettingUnit, lowest: number, highest: number): Setting => ({
  goal,
  unit,
  lowest,
  highest,
})

export const SETTINGS: Readonly<Record<SettingId, Setting>> = {
  'publication-target': of('policy-publication', 'percent', 50, 100),
  'policy-due': of('policy-publication', 'months', 1, 12),
  'policy-grace': of('policy-publication', 'days', 0, 90),
  'policy-check-age': of('policy-publication', 'days', 1, 90),
  'training-target': of('staff-training', 'percent', 50, 100),
  'pass-mark': of('staff-training', 'points', 50, 100),
  'minimum-tenure': of('staff-training', 'days', 1, 90),
  'incident-target': of('incident-reduction', 'percent', 10, 90),
  'baseline-year': of('incident-reduction', 'year', 2000, 2099),
  'satisfaction-target': of('customer-satisfaction', 'percent', 50, 100),
  'minimum-answers': { ...of('customer-satisfaction', 'answers', 30, 10_000), documentedBelow: 100 },
  'smallest-group': of('customer-satisfaction', 'people', FEWEST_PEOPLE, 50),
  'audit-target': of('partner-audit', 'percent', 50, 100),
  'partner-grace': of('partner-audit', 'days', 0, 365),
}
