import { parseEmail } from '@wayproof/kernel/people/email'
import { POSTMARK_KEY } from '../provider-events/postmark-events.ts'
import { base64Lines } from './base64-lines.ts'
import type { LogoPart } from './logo-part.ts'
import type { Message } from './message.ts'
import { HEAD_END, messageHead } from './message-head.ts'
import { quotedPrintable } from './quoted-printable.ts'

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
