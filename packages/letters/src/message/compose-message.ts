import { parseEmail } from '@wayproof/kernel/people/email'
import { VERSION } from '@wayproof/kernel/version'
import MailComposer from 'nodemailer/lib/mail-composer'
import { POSTMARK_KEY } from '../provider-events/postmark-events.ts'
import { base64Lines } from './base64-lines.ts'
import type { LogoPart } from './logo-part.ts'
import { quotedPrintable } from './quoted-printable.ts'

/** A message for exactly one mailbox. */
export type Message = Addressed & Body

/** Text and html, or both as quoted-printable where they are prepared. */
type Body =
  | { readonly html: string; readonly text: string; readonly encoded?: undefined }
  | { readonly encoded: { readonly html: string; readonly text: string } }

/** Addresses are bare and were parsed before. */
interface Addressed {
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  /** Where answers go. Absent: to the sender. */
  readonly replyTo?: string | undefined
  /** Envelope sender, to which a bounce goes. */
  readonly returnTo: string
  readonly to: string
  readonly subject: string
  readonly headers: Readonly<Record<string, string>>
  readonly at: Date
  /** ID of the letter for Postmark, which replaces the Message-ID. Absent: another server takes the letter. */
  readonly postmarkId?: string | undefined
  /** The logo that the HTML shows. Absent: it shows none. */
  readonly logo?: LogoPart | undefined
  /** A file after text and html; its name is of letters, digits, dots and hyphens. */
  readonly attached?: { readonly name: string; readonly pdf: Uint8Array }
}

export interface ComposedMessage {
  readonly messageId: string
  /** Envelope sender, to which a bounce goes. */
  readonly from: string
  readonly to: string
  /** Header fields and parts, lines end with CRLF. One character per byte, which Node.js handles fastest. */
  readonly head: string
  readonly body: string
}

/** The whole message, one character a byte. */
export const wholeMessage = ({ head, body }: Pick<ComposedMessage, 'head' | 'body'>): string =>
  `${head}${HEAD_END}${body}`

/** The only header with a link of the recipient, so it cannot be prepared for all letters. */
const OWN_LINK = 'List-Unsubscribe'

/**
 * The message as sent. Throws unless `to`, `returnTo` and `replyTo` are each one strictly parsed mailbox and the finished head names
 * exactly the one it goes to: a mail library reads lists, groups and line ends into an address (nodemailer 10.6.1 does), so it is not given one.
 */
export async function composeMessage(message: Message): Promise<ComposedMessage> {
  if (parseEmail(message.to) !== message.to) throw new Error('the recipient is not one parsed mailbox')
  if (parseEmail(message.returnTo) !== message.returnTo)
    throw new Error('the envelope sender is not one parsed mailbox')
  const { replyTo } = message
  if (replyTo !== undefined && parseEmail(replyTo) !== replyTo) throw new Error('Reply-To is not one parsed mailbox')
  if (!/^<[!-;=?-~]+>$/.test(message.messageId)) throw new Error('the message id is not one')
  const { [OWN_LINK]: link, ...headers } = message.headers
  if (link !== undefined && !/^<https?:\/\/[!-;=?-~]+>$/.test(link))
    throw new Error('the link to unsubscribe is not one')
  if (!/^[\w-]*$/.test(message.postmarkId ?? '')) throw new Error('the id for Postmark is not one')
  const { lines, boundary } = await messageHead({ ...message, headers })
  const own = [
    `To: ${message.to}`,
    ...(replyTo === undefined ? [] : [`Reply-To: ${replyTo}`]),
    `Message-ID: ${message.messageId}`,
    `Date: ${message.at.toUTCString().replace('GMT', '+0000')}`,
    ...(link === undefined ? [] : [`${OWN_LINK}: ${link}`]),
    ...(message.postmarkId === undefined ? [] : [`X-PM-Metadata-${POSTMARK_KEY}: ${message.postmarkId}`]),
  ]
  const head = `${own.join('\r\n')}\r\n${lines}`
  const recipients = head.match(/^(resent-)?(to|cc|bcc):.*(\r\n[\t ].*)*$/gim) ?? []
  if (recipients.join() !== own[0]) throw new Error('the head does not name the one mailbox')
  const { text, html } = message.encoded ?? { text: quotedPrintable(message.text), html: quotedPrintable(message.html) }
  const shown = message.logo ? withLogo(boundary, html, message.logo) : part(boundary, 'html', html)
  const body = [part(boundary, 'plain', text), shown, `--${boundary}--\r\n`].join('')
  const whole = message.attached ? withFile({ head, body }, boundary, message.attached) : { head, body }
  return { messageId: message.messageId, from: message.returnTo, to: message.to, ...whole }
}

const ALTERNATIVES = 'multipart/alternative'

/** The message with a file after its text and html, which stay alternatives of each other. */
function withFile(
  { head, body }: Pick<ComposedMessage, 'head' | 'body'>,
  boundary: string,
  { name, pdf }: NonNullable<Message['attached']>,
): Pick<ComposedMessage, 'head' | 'body'> {
  if (!/^[\w.-]+$/.test(name)) throw new Error('the file has no plain name')
  const outer = `${boundary}-file`
  const parts = [
    `--${outer}\r\nContent-Type: ${ALTERNATIVES}; boundary="${boundary}"\r\n\r\n${body}\r\n`,
    `--${outer}\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n`,
    `Content-Transfer-Encoding: base64\r\n\r\n${base64Lines(pdf)}\r\n--${outer}--\r\n`,
  ]
  const mixed = head.replace(ALTERNATIVES, 'multipart/mixed').replace(`"${boundary}"`, `"${outer}"`)
  return { head: mixed, body: parts.join('') }
}

/** The html together with the picture that it shows (RFC 2387). */
function withLogo(boundary: string, html: string, { part: logo }: LogoPart): string {
  const inner = `${boundary}-logo`
  return [
    `--${boundary}\r\nContent-Type: multipart/related; type="text/html"; boundary="${inner}"\r\n\r\n`,
    part(inner, 'html', html),
    `--${inner}\r\n${logo}\r\n--${inner}--\r\n`,
  ].join('')
}

const part = (boundary: string, type: string, body: string) =>
  `--${boundary}\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n`

/** The header lines of a message, `Content-Type` last, with the boundary of its two parts. */
interface MessageHead {
  readonly lines: string
  readonly boundary: string
}

/** The part of a message that thousands of letters share: everything except the recipient. */
type Common = Pick<Message, 'from' | 'subject' | 'headers'>

/** Separates a message's head from its body. */
const HEAD_END = '\r\n\r\n'

/** The same in every letter, so that no letter differs from another by it. */
const MAILER = `Wayproof ${VERSION}`

const MOST_KEPT = 64
const headCache = new Map<string, Promise<MessageHead>>()

/** The head that a mail library writes for letters of the same sender, subject and headers: encoded and folded once. */
function messageHead(common: Common): Promise<MessageHead> {
  const key = JSON.stringify([common.from.name, common.from.address, common.subject, common.headers])
  const cachedHead = headCache.get(key)
  if (cachedHead) return cachedHead
  const made = write(common)
  if (headCache.size >= MOST_KEPT) headCache.delete(headCache.keys().next().value ?? '')
  headCache.set(key, made)
  return made
}

/** Throws unless the composed envelope names the sender and no recipient. */
async function write({ from, subject, headers }: Common): Promise<MessageHead> {
  const node = new MailComposer({
    from,
    subject,
    headers: { ...headers, 'X-Mailer': MAILER },
    text: '.',
    html: '.',
    disableUrlAccess: true,
    disableFileAccess: true,
  }).compile()
  const envelope = node.getEnvelope()
  if (envelope.from !== from.address || (envelope.to as readonly string[]).length > 0)
    throw new Error('the envelope is not from the sender to nobody')
  const bytes = await new Promise<Buffer>((resolve, reject) =>
    node.build((error, built) => (error || !built ? reject(error ?? new Error('nothing was built')) : resolve(built))),
  )
  const head = bytes.toString('latin1', 0, bytes.indexOf(HEAD_END))
  const boundary = /\bboundary="([^"]+)"/.exec(head)?.[1]
  if (boundary === undefined) throw new Error('the message has no parts')
  // Message-ID and Date differ per letter; To was never set.
  const lines = head.replace(/^(Message-ID|Date):.*(\r\n[\t ].*)*\r\n/gim, '')
  return { lines, boundary }
}
