import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { readUnsubscribeToken } from './unsubscribe-link.ts'

/**
 * Tells if the mailbox behind an unsubscribe link is already unsubscribed. Reads only, because mail scanners open
 * links.
 */
export async function showUnsubscribing(
  { store, keyring }: Pick<SurveyPorts, 'store' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<{ readonly done: boolean }, { readonly code: 'link-unknown' }>> {
  const key = readUnsubscribeToken(keyring, token)
  return key === null ? fail('link-unknown') : ok({ done: await store.wantsNoLetters(key) })
}
