import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
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

/** Takes an unsubscribe back, by the same link. For POST only; idempotent. */
export async function resubscribe(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<{ readonly hasLetters: boolean }, { readonly code: 'link-unknown' }>> {
  const key = readUnsubscribeToken(ports.keyring, token)
  if (key === null) return fail('link-unknown')
  await ports.store.undoUnsubscribe(key, ports.clock.now())
  return ok({ hasLetters: !(await ports.store.wantsNoLetters(key)) })
}
