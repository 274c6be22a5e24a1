import { type Clock, type Id, organisationName, parseEmail } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { bounceAddress } from './bounce-address.ts'
import { type ComposedMessage, composeMessage } from './compose-message.ts'
import type { DkimSigner } from './dkim/dkim-signer.ts'
import { linksOf, type Urls } from './links.ts'
import { messageId } from './message-id.ts'
import type { Organisation } from './organisation.ts'
import type { ClaimedLetter } from './outbox.ts'
import type { LetterRenderer } from './render-letter.ts'

export interface ComposePorts {
  readonly clock: Clock
  readonly keyring: Keyring
  readonly render: LetterRenderer
  readonly organisation: Organisation
  readonly urls: Urls
  /** Address in From; the organisation's name stands before it. */
  readonly sender: string
  /** Base of every letter's own envelope sender; null leaves it at `sender`. */
  readonly bounceAddress: string | null
  /** Signs each letter; absent, they go out unsigned. */
  readonly signer?: DkimSigner | undefined
}

/** What becomes of a letter that cannot go out. */
interface NotComposed {
  readonly outcome: 'deferred' | 'failed'
  readonly reply: string
}

type Composed = ComposedMessage | NotComposed

/** Composes letters as they are asked for, and with one as many of those that wait as are signed together. */
export function composeAhead(
  ports: ComposePorts,
  waiting: readonly ClaimedLetter[],
): (letter: ClaimedLetter) => Promise<Composed> {
  const ahead = new Map<Id, Promise<Composed>>()
  return (letter) => {
    const known = ahead.get(letter.id)
    ahead.delete(letter.id)
    if (known) return known
    const next = waiting.filter(({ id }) => !ahead.has(id)).slice(0, (ports.signer?.together ?? 1) - 1)
    const some = [letter, ...next]
    const composed = composeSome(ports, some)
    const nth = (n: number) => composed.then((all) => all[n] ?? notComposed(null))
    for (const [n, { id }] of some.entries()) if (n > 0) ahead.set(id, nth(n))
    return nth(0)
  }
}

/** In the order of the letters. One that cannot be composed holds up no other. */
async function composeSome(ports: ComposePorts, letters: readonly ClaimedLetter[]): Promise<readonly Composed[]> {
  const composed = await Promise.all(letters.map((letter) => compose(ports, letter).catch(notComposed)))
  try {
    return ports.signer ? signed(composed, ports.signer) : composed
  } catch (error) {
    return letters.map(() => notComposed(error))
  }
}

function signed(composed: readonly Composed[], signer: DkimSigner): readonly Composed[] {
  const messages = signer.sign(composed.filter((one) => 'body' in one))
  const byId = new Map(messages.map((message) => [message.messageId, message]))
  return composed.map((one) => ('body' in one ? (byId.get(one.messageId) ?? notComposed(null)) : one))
}

async function compose(ports: ComposePorts, claimed: ClaimedLetter): Promise<Composed> {
  const { keyring, urls, organisation, sender, bounceAddress: base, clock } = ports
  const to = parseEmail(claimed.to)
  if (to === null) return { outcome: 'failed', reply: 'not a deliverable address' }
  const { letter } = claimed
  const { subject, encoded, headers } = await ports.render(letter, {
    organisation,
    links: linksOf(letter, to, keyring, urls),
  })
  const now = clock.now()
  return composeMessage({
    subject,
    encoded,
    messageId: messageId(claimed.id, sender),
    from: { name: organisationName(organisation, letter.locale), address: sender },
    to,
    returnTo: base ? bounceAddress(keyring, base, { letterId: claimed.id, to, now }) : sender,
    headers: { ...headers, 'Content-Language': letter.locale },
    at: new Date(now),
  })
}

/** Tried again later, it ends as failed. */
const notComposed = (error: unknown): NotComposed => ({
  outcome: 'deferred',
  reply: `not composed: ${error instanceof Error ? error.name : 'unknown error'}`,
})
