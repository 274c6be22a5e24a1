import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { SurveyPorts } from '../ports.ts'
import { addressKey } from './address-key.ts'

/**
 * Stops all future survey letters to an address, whether or not a traveler has it yet, because objections and withdrawn
 * consents also arrive outside the unsubscribe link. `registered`: true if a traveler has it now. Idempotent.
 */
export async function suppressAddress(
  { store, clock, keyring }: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { email }: { readonly email: string },
): Promise<Outcome<{ readonly registered: boolean }, { readonly code: 'email-invalid' }>> {
  const address = parseEmail(email)
  if (address === null) return fail('email-invalid')
  return ok({ registered: await store.suppressAddress(addressKey(keyring, address), 'objected', clock.now()) })
}
