import type { Clock, Instant } from '@wayproof/kernel/clock'
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
import type { ClaimedLetter, Outbox } from '../outbox/outbox.ts'
import type { LetterRenderer } from '../rendering/render-letter.ts'
import type { SmtpResult, Transport } from '../smtp/transport.ts'
import type { DomainLimit } from './domain-limit.ts'
import type { Place } from './rate-window.ts'

export interface AttemptPorts extends Omit<ComposePorts, keyof LetterSender> {
  readonly outbox: Pick<Outbox, 'eligibility'>
  readonly transport: Transport
  /** How many letters go to one recipient domain at once; absent, as many as there are workers. */
  readonly domains?: DomainLimit | undefined
  /** Milliseconds that a claim lasts; absent, a minute. */
  readonly lease?: number | undefined
}

export type LetterSender = Pick<ComposePorts, 'organisation' | 'sender' | 'logo'>

/** A claimed letter that waits for a worker. */
export interface QueuedLetter {
  readonly letter: ClaimedLetter
  readonly leaseUntil: Instant
  readonly from: LetterSender
  /** Its place in the rate window; absent, the rate is unlimited. */
  readonly place: Place | undefined
}

interface Attempt<Outcome> {
  readonly outcome: Outcome
  readonly reply: string
}

/** An outcome that the outbox records. */
export type EndedAttempt = Attempt<'sent' | 'written' | 'deferred' | 'failed' | 'suppressed'>

/** `put-back`: the letter has to wait, or the dispatcher stops. `crowded`: its domain accepts no more letters for now. */
type OpenAttempt = Attempt<'unreachable'> | Attempt<'put-back'> | Attempt<'crowded'>

export const LEASE_MS = 60_000
/** A letter not begun with this share of its lease left is put back, so that a slow server has time for each letter. */
const NEEDED = 5 / 6
/** Milliseconds after a claim in which its letters begin. */
export const beginsWithin = (lease = LEASE_MS): number => lease * (1 - NEEDED)
/** An attempt ends this share of the lease before its end, which leaves time to record it. */
const SPARE = 1 / 12
const PUT_BACK: OpenAttempt = { outcome: 'put-back', reply: '' }

/** Sends a letter to its mailbox, if it may still be sent once its domain has a place and its message is composed. */
export async function attemptLetter(
  ports: AttemptPorts,
  { letter, leaseUntil, from, place }: QueuedLetter,
  signal: AbortSignal,
): Promise<EndedAttempt | OpenAttempt> {
  const { outbox, clock, transport, lease = LEASE_MS } = ports
  const mustWait = () => signal.aborted || clock.now() > leaseUntil - lease * NEEDED
  if (mustWait()) return PUT_BACK
  const leaveDomain = await ports.domains?.enter(letter.to)
  if (leaveDomain === null) return { outcome: 'crowded', reply: '' }
  try {
    if (mustWait()) return PUT_BACK
    const message = await composeLetter({ ...ports, ...from }, letter)
    let eligibilityQuery = outbox.eligibility(letter.id, clock.now())
    const eligibility = await eligibilityQuery
    if (eligibility === 'held' || mustWait()) return PUT_BACK
    if (eligibility === 'suppressed') return { outcome: 'suppressed', reply: '' }
    place?.use()
    if ('outcome' in message) return message
    const mayGo = () => {
      eligibilityQuery = outbox.eligibility(letter.id, clock.now())
      return eligibilityQuery.then(
        (letterEligibility) => letterEligibility === 'due',
        () => false,
      )
    }
    const within = leaseUntil - lease * SPARE - clock.now()
    const { outcome, reply } = await transport.send(message, within, mayGo).catch(notSent)
    if (outcome !== 'withdrawn') return { outcome, reply }
    return (await eligibilityQuery) === 'suppressed' ? { outcome: 'suppressed', reply } : PUT_BACK
  } finally {
    leaveDomain?.()
  }
}

/** The transport itself failed, such as a folder on a full disk. */
const notSent = (error: unknown): SmtpResult => ({
  outcome: 'deferred',
  reply: `not sent: ${error instanceof Error ? error.name : 'unknown error'}`,
})

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
