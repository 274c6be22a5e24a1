import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import { type GoalId, OWNERS } from '../goals/goal.ts'
import { namedAs, type OwningPerson, type Signature } from './period-close.ts'
import type { ClosingPorts } from './ports.ts'

export interface SignScorecard {
  readonly period: PeriodKey
  /** The freeze that the signer saw; a newer freeze is not signed. */
  readonly freeze: Id
  readonly goal: GoalId
  readonly by: OwningPerson
}

export type SignFault = { readonly code: 'not-frozen' | 'not-owner' | 'already-signed' | 'appointment-unconfirmed' }

/** Signs the frozen figures of a goal as its owner. */
export async function signScorecard(
  { closing, clock }: Pick<ClosingPorts, 'closing' | 'clock'>,
  { period, freeze: id, goal, by }: SignScorecard,
): Promise<Outcome<Signature, SignFault>> {
  const { freeze, signatures } = await closing.closing(period)
  if (freeze?.id !== id) return fail('not-frozen')
  const owner = OWNERS[goal]
  if (by.owner !== owner) return fail('not-owner')
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  if (signatures.some((signature) => signature.goal === goal)) return fail('already-signed')
  const signature = { freezeId: id, goal, owner, by: namedAs(by), at: clock.now() }
  return (await closing.sign(signature, by.mailbox)) ? ok(signature) : fail('already-signed')
}
