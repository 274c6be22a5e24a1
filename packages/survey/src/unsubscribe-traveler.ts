import { fail, type Outcome, ok } from '@wayproof/kernel'
import { NOBODY } from './link-token.ts'
import type { SurveyPorts } from './ports.ts'
import { readUnsubscribeToken } from './unsubscribe-link.ts'

/** Takes a traveler's address off every future letter. For a POST only; doing it twice is doing it once. */
export async function unsubscribe(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<null, { readonly code: 'link-unknown' }>> {
  const link = readUnsubscribeToken(ports.keyring, token)
  const known = await ports.store.suppressTraveler(link?.travelerId ?? NOBODY, 'unsubscribed', ports.clock.now())
  return link && known ? ok(null) : fail('link-unknown')
}
