import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import type { OwningPerson } from '../closing/period-close.ts'
import type { RuleChangePorts } from './ports.ts'
import { lastTouched } from './rules-lock.ts'

export type WithdrawRuleChangeFault = { readonly code: 'change-decided' | 'not-own-change' }

/** Withdraws a proposal; only its proposer may do so. */
export async function withdrawRuleChange(
  { changes, clock }: Pick<RuleChangePorts, 'changes' | 'clock'>,
  { change: id, by }: { readonly change: Id; readonly by: OwningPerson },
): Promise<Outcome<null, WithdrawRuleChangeFault>> {
  const change = (await changes.changes()).find((ruleChange) => ruleChange.id === id && ruleChange.decided === null)
  if (!change) return fail('change-decided')
  if (secondPersonFault(by, await changes.proposers(id)) !== 'same-person') return fail('not-own-change')
  const decision = { by: { id: by.id, name: by.name }, at: clock.now(), until: lastTouched(change.what) }
  return (await changes.decide(id, { ...decision, outcome: 'withdrawn', number: null }))
    ? ok(null)
    : fail('change-decided')
}
