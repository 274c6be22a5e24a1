import type { Owner } from '@wayproof/accounts/accounts/person'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import { type GoalId, OWNERS, TARGETS } from '../goals/goal.ts'
import type { Rules } from '../rules.ts'
import type { ConfirmedSetting } from './rule-change.ts'
import type { SettingId } from './setting.ts'

/** Definitions for judging a half-year, under the version in `rules`. */
export interface Definitions {
  readonly rules: Rules
  readonly targets: Readonly<Record<GoalId, Share>>
  readonly owners: Readonly<Record<GoalId, Owner>>
  /** Null: the year before each year. Absent: the organization's setting. */
  readonly baselineYear?: number | null
}

const percent = (value: number): Share => ({ numerator: value, denominator: 100 })

type Field = { readonly rule: Exclude<keyof Rules, 'version'> } | { readonly target: GoalId } | 'baseline'

const FIELDS: Readonly<Record<SettingId, Field>> = {
  'publication-target': { target: 'policy-publication' },
  'policy-due': { rule: 'policyDueMonths' },
  'policy-grace': { rule: 'policyGraceDays' },
  'policy-check-age': { rule: 'policyCheckDays' },
  'training-target': { target: 'staff-training' },
  'pass-mark': { rule: 'passMark' },
  'minimum-tenure': { rule: 'minimumTenureDays' },
  'incident-target': { target: 'incident-reduction' },
  'baseline-year': 'baseline',
  'satisfaction-target': { target: 'customer-satisfaction' },
  'minimum-answers': { rule: 'minimumForStatus' },
  'smallest-group': { rule: 'smallestGroup' },
  'audit-target': { target: 'partner-audit' },
  'partner-grace': { rule: 'partnerGraceDays' },
}

export const settingValue = ({ rules, targets, baselineYear }: Definitions, setting: SettingId): number | null => {
  const field = FIELDS[setting]
  if (field === 'baseline') return baselineYear ?? null
  if ('rule' in field) return rules[field.rule]
  const { numerator, denominator } = targets[field.target]
  return Math.round((100 * numerator) / denominator)
}

function changed(definitions: Definitions, { setting, value }: ConfirmedSetting): Definitions {
  const field = FIELDS[setting]
  if (field === 'baseline') return { ...definitions, baselineYear: value }
  if (value === null) throw new RangeError(`${setting} needs a value`)
  const { rules, targets } = definitions
  return 'rule' in field
    ? { ...definitions, rules: { ...rules, [field.rule]: value } }
    : { ...definitions, targets: { ...targets, [field.target]: percent(value) } }
}

/**
 * Definitions after the first `count` changes. The version is the base version, a point, and the last change's number.
 */
function after(base: Rules, settings: readonly ConfirmedSetting[]): Definitions {
  const start: Definitions = { rules: base, targets: TARGETS, owners: OWNERS }
  const last = settings.at(-1)
  const definitions = settings.reduce(changed, start)
  return last
    ? { ...definitions, rules: { ...definitions.rules, version: `${base.version}.${last.number}` } }
    : definitions
}

/**
 * Definitions of a half-year: `base` and the paper's targets, with every change that applies from it or an earlier one.
 * Changes are ordered by number and never apply earlier than their predecessors.
 */
export const definitionsFor = (base: Rules, settings: readonly ConfirmedSetting[], half: PeriodKey): Definitions =>
  after(
    base,
    settings.filter(({ appliesFrom }) => appliesFrom <= half),
  )

/**
 * Current definitions of a version: `lost` if it is a version of the base but changes are missing; null if it belongs
 * to another base.
 */
export function definitionsOf(
  base: Rules,
  settings: readonly ConfirmedSetting[],
  version: string,
): Definitions | 'lost' | null {
  if (version === base.version) return after(base, [])
  const [, number] = new RegExp(`^${base.version.replaceAll('.', '\\.')}\\.(\\d+)$`).exec(version) ?? []
  if (number === undefined) return null
  const upTo = settings.filter((setting) => setting.number <= Number(number))
  return upTo.length === Number(number) ? after(base, upTo) : 'lost'
}
