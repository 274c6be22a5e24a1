import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import type { OwningPerson } from '../closing/period-close.ts'
import type { RuleChangePorts } from './ports.ts'
import { type ChangeOutcome, confirmedSettings, ownsGoalOf } from './rule-change.ts'
import { type AppliesFault, appliesFault, lastTouched } from './rules-lock.ts'

export interface DecideRuleChange {
  readonly change: Id
  readonly confirm: boolean
  readonly by: OwningPerson
}

export type DecideRuleChangeFault =
  | AppliesFault
  | {
      readonly code: 'change-decided' | 'own-change' | 'owner-decides' | 'decided-meanwhile' | 'appointment-unconfirmed'
    }

/**
 * Confirms or declines an officer's proposal. Neither the proposer, also not with another account of the same mailbox,
 * nor an owner of the affected goal may decide. Returns the outcome.
 */
export async function decideRuleChange(
  { changes, clock, timeZone }: Pick<RuleChangePorts, 'changes' | 'clock' | 'timeZone'>,
  { change: id, confirm, by }: DecideRuleChange,
): Promise<Outcome<ChangeOutcome, DecideRuleChangeFault>> {
  const at = clock.now()
  const ruleChanges = await changes.changes()
  const change = ruleChanges.find((ruleChange) => ruleChange.id === id && ruleChange.decided === null)
  if (!change) return fail('change-decided')
  const fault = secondPersonFault(by, await changes.proposers(id))
  if (fault) return fail(fault === 'same-person' ? 'own-change' : fault)
  if (ownsGoalOf(change, by)) return fail('owner-decides')
  const settings = confirmedSettings(ruleChanges)
  // Since the proposal a half-year may have been frozen, or its wave opened.
  const refused = confirm ? appliesFault(change.what, await changes.standing(), settings, dateAt(at, timeZone)) : null
  if (refused) return fail(refused)
  const outcome = confirm ? 'confirmed' : 'declined'
  const number = confirm && change.what.kind === 'setting' ? (settings.at(-1)?.number ?? 0) + 1 : null
  const decision = { outcome, at, number, until: lastTouched(change.what), by: { id: by.id, name: by.name } } as const
  const isKept = await changes.decide(id, decision)
  return isKept ? ok(outcome) : fail('decided-meanwhile')
}
