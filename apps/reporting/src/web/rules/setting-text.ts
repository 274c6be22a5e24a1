import type { Messages } from '@wayproof/messages'
import type { SettingInForce } from '@wayproof/scorecard'

/** A value of a setting in the reader's words; none, of the baseline, is the year before. */
export const settingText = (
  { unit }: Pick<SettingInForce, 'unit'>,
  value: number | null,
  { reporting: { rules } }: Messages,
): string => (value === null ? rules.yearBefore : rules.units[unit](value))
