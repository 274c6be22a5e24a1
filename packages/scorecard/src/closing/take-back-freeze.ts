import { fail, type Id, type Outcome, ok } from '@wayproof/kernel'
import type { ClosingPerson } from './period-close.ts'
import type { ClosingPorts } from './ports.ts'

export type TakeBackFault = { readonly code: 'not-frozen' }

/** Lifts a freeze, so that the registers can be put right; signatures given on it are gone. */
export async function takeBackFreeze(
  { closing, clock }: Pick<ClosingPorts, 'closing' | 'clock'>,
  { freeze, by }: { readonly freeze: Id; readonly by: ClosingPerson },
): Promise<Outcome<null, TakeBackFault>> {
  return (await closing.takeBackFreeze(freeze, by, clock.now())) ? ok(null) : fail('not-frozen')
}
