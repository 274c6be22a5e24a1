import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import { readUnsubscribeToken } from './unsubscribe-link.ts'

/**
 * Tells if the mailbox behind an unsubscribe link is already unsubscribed, and if its reader can take that back. Reads only, because mail scanners open
 * links.
 */
export async function showUnsubscribing(
  { store, keyring }: Pick<SurveyPorts, 'store' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<{ readonly done: boolean; readonly canUndo: boolean }, { readonly code: 'link-unknown' }>> {
  const key = readUnsubscribeToken(keyring, token)
  if (key === null) return fail('link-unknown')
  return ok({ done: await store.wantsNoLetters(key), canUndo: await store.isUnsubscribed(key) })
}
