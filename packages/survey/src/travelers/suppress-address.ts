import { fail, type Outcome, ok, parseEmail } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { addressKey } from './address-key.ts'

/**
 * Takes an address off every future survey letter, whether or not a traveler has it yet: an objection or a withdrawn consent
 * reaches us by more ways than the link of a letter. `registered`: whether one has it now. Twice is once.
 */
export async function suppressAddress(
  { store, clock, keyring }: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { email }: { readonly email: string },
): Promise<Outcome<{ readonly registered: boolean }, { readonly code: 'email-invalid' }>> {
  const address = parseEmail(email)
  if (address === null) return fail('email-invalid')
  return ok({ registered: await store.suppressAddress(addressKey(keyring, address), 'objected', clock.now()) })
}
