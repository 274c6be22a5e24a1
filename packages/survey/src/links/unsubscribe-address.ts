import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { readUnsubscribeToken } from './unsubscribe-link.ts'

/**
 * Takes the address that a letter went to off every future letter, whoever has it by now. For a POST only; doing it twice is
 * doing it once.
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
