import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { readUnsubscribeToken } from './unsubscribe-link.ts'

/**
 * Stops all future letters to the address a letter was sent to, even if another traveler has it now. For POST only;
 * idempotent.
 */
export async function unsubscribe(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<null, { readonly code: 'link-unknown' }>> {
  const key = readUnsubscribeToken(ports.keyring, token)
  if (key === null) return fail('link-unknown')
  await ports.store.suppressAddress(key, 'unsubscribed', ports.clock.now())
  return ok(null)
}
