import type { Messages } from '@wayproof/messages/en'
import type { RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'

export function changeName({ what }: Pick<RuleChange, 'what'>, { goals, reporting: { rules } }: Messages): string {
  return what.kind === 'setting' ? rules.names[what.setting] : rules.rows[what.kind](goals.names[what.goal])
}
