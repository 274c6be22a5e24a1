import type { Clock } from '@wayproof/kernel/clock'
import { parseEmail } from '@wayproof/kernel/people/email'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { isAddedTag } from '@wayproof/kernel/people/survey-language'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { RecentLanguages } from '@wayproof/messages/added/recent-languages'
import type { PreviewLanguage, SpokenLanguage } from '@wayproof/messages/added/spoken-language'
import { bounceAddress } from '../bounces/bounce-address.ts'
import type { DkimSigner } from '../dkim/dkim-signer.ts'
import type { Letter } from '../letter/letter.ts'
import { linksOf, type Urls } from '../letter/links.ts'
import { messageId } from '../letter/message-id.ts'
import type { Organisation } from '../letter/organisation.ts'
import { type ComposedMessage, composeMessage } from '../message/compose-message.ts'
import type { LogoPart } from '../message/logo-part.ts'
import type { ClaimedLetter } from '../outbox/outbox.ts'
import type { LetterRenderer } from '../rendering/render-letter.ts'
import type { Transport } from '../smtp/transport.ts'

export interface ComposePorts {
  readonly clock: Clock
  readonly keyring: Keyring
  readonly render: LetterRenderer
  readonly organisation: Organisation
  readonly urls: Urls
  /** The picture of `organisation.brand.logo`. Absent: the organization has none. */
  readonly logo?: LogoPart | undefined
  /** Address in From, after the organization's name. */
  readonly sender: string
  /** Base of every letter's own envelope sender; null leaves it at `sender`. */
  readonly bounceAddress: string | null
  /** The added languages of letters to travelers. Absent: none. */
  readonly languages?: RecentLanguages | undefined
  /** The language of a test letter, active or not. Absent: only active ones. */
  readonly previewLanguage?: PreviewLanguage | undefined
  /** The server that takes the letter. Absent: any. */
  readonly transport?: Pick<Transport, 'place'> | undefined
  /** Signs each letter; absent, they go out unsigned. */
  readonly signer?: DkimSigner | undefined
}

/** Outcome of a letter that cannot be composed. */
interface NotComposed {
  readonly outcome: 'deferred' | 'failed'
  readonly reply: string
}

/** Host and port of Postmark's mail servers. */
const POSTMARK = /^[a-z-]+\.postmarkapp\.com:\d+$/i

type Composed = ComposedMessage | NotComposed

/**
 * Composes the message of a letter and signs it if there is a signer. Never rejects: a letter that cannot be composed is
 * deferred.
 */
export async function composeLetter(ports: ComposePorts, letter: ClaimedLetter): Promise<Composed> {
  try {
    const composed = await compose(ports, letter)
    return ports.signer && 'body' in composed ? ports.signer.sign(composed) : composed
  } catch (error) {
    return notComposed(error)
  }
}

async function compose(ports: ComposePorts, claimedLetter: ClaimedLetter): Promise<Composed> {
  const { keyring, urls, organisation, sender, bounceAddress: base, clock } = ports
  const to = parseEmail(claimedLetter.to)
  if (to === null) return { outcome: 'failed', reply: 'not a deliverable address' }
  const addedLanguage = await languageOf(ports, claimedLetter.letter)
  const letter = addedLanguage ? claimedLetter.letter : inProductLanguage(claimedLetter.letter)
  const { subject, encoded, headers } = await ports.render(letter, {
    organisation,
    links: linksOf(letter, to, keyring, urls),
    spoken: addedLanguage,
  })
  const now = clock.now()
  const contact = parseEmail(organisation.contactEmail)
  return composeMessage({
    subject,
    encoded,
    messageId: messageId(claimedLetter.id, sender),
    from: { name: organisationName(organisation, nearestLocale(letter.locale)), address: sender },
    replyTo: contact === null || contact === sender ? undefined : contact,
    to,
    returnTo: base ? bounceAddress(keyring, base, { letterId: claimedLetter.id, to, now }) : sender,
    headers: { ...headers, 'Content-Language': letter.locale },
    at: new Date(now),
    postmarkId: POSTMARK.test(ports.transport?.place ?? '') ? claimedLetter.id : undefined,
    logo: ports.logo,
    ...(claimedLetter.pdf ? { attached: { name: pdfName(letter), pdf: claimedLetter.pdf } } : {}),
  })
}

/** The added language of a letter; undefined for those of the product. */
async function languageOf(
  { languages, previewLanguage }: ComposePorts,
  { locale, data }: Letter,
): Promise<SpokenLanguage | undefined> {
  const active = (await languages?.())?.get(locale)
  const isTest = 'test' in data && data.test === true
  return active ?? (isTest && isAddedTag(locale) ? ((await previewLanguage?.(locale)) ?? undefined) : undefined)
}

/** A letter in a language that is no longer spoken is in English. */
const inProductLanguage = <L extends Letter>(letter: L): L => ({ ...letter, locale: nearestLocale(letter.locale) })

/** Only ASCII letters, digits and hyphens, which every mail program shows. */
const pdfName = (letter: Letter): string =>
  `privacy-summary-${letter.kind === 'executive-summary' ? `${letter.data.summary.scorecard.period}-` : ''}${letter.locale}.pdf`

/** The letter is tried again later, and fails after the last attempt. */
const notComposed = (error: unknown): NotComposed => ({
  outcome: 'deferred',
  reply: `not composed: ${error instanceof Error ? error.name : 'unknown error'}`,
})
