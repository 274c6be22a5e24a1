import type { Messages } from '@wayproof/messages/en'
import type { SettingInForce } from '@wayproof/scorecard/rule-changes/list-rules'

/** Formats a setting's value; the baseline without a value is the year before. */
export const settingText = (
  { unit }: Pick<SettingInForce, 'unit'>,
  value: number | null,
  { reporting: { rules } }: Messages,
): string => (value === null ? rules.yearBefore : rules.units[unit](value))
