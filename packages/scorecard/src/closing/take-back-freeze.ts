import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import type { ClosingPorts } from './ports.ts'

export type TakeBackFault = { readonly code: 'not-frozen' | 'appointment-unconfirmed' }

/** Lifts a freeze so that the registers can be corrected; its signatures are deleted. */
export async function takeBackFreeze(
  { closing, clock }: Pick<ClosingPorts, 'closing' | 'clock'>,
  { freeze, by }: { readonly freeze: Id; readonly by: ActingPerson },
): Promise<Outcome<null, TakeBackFault>> {
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  return (await closing.takeBackFreeze(freeze, by, clock.now())) ? ok(null) : fail('not-frozen')
}
