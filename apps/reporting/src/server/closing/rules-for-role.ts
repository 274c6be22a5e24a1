import type { RuleChange, RulesInForce } from '@wayproof/scorecard'
import type { UserRole } from '@wayproof/store'
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
