import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import type { RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import { nameless } from '../scorecard/excluded-for-role.ts'

/** The rules, limited to what a role may see. */
export function rulesForRole(role: UserRole, rules: RulesInForce): RulesInForce {
  const forRole = (change: RuleChange): RuleChange =>
    change.what.kind === 'setting' ? change : { ...change, what: nameless(role, change.what) }
  return {
    ...rules,
    waiting: rules.waiting.map((waitingChange) => ({ ...waitingChange, change: forRole(waitingChange.change) })),
    history: rules.history.map(forRole),
  }
}
