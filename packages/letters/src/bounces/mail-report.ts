import type { RefusalCause } from '@wayproof/journal/outbox/refusal-cause'
import type { Attachment, Email } from 'postal-mime'
import { serverReply } from '../smtp/server-reply.ts'
import type { BouncedLetter } from './bounce-address.ts'
import { type ReadBounce, readStatus, readWords } from './bounce-status.ts'
import { type ReportFields, reportFields } from './report-fields.ts'

/** A report about a letter. `soft`: a later letter may arrive. */
export interface MailReport {
  readonly kind: 'hard' | 'soft' | 'complaint'
  readonly letter: BouncedLetter
  /** The cause; null for complaints. */
  readonly cause: RefusalCause | null
  /** The server's words, without addresses and links. */
  readonly detail: string
}

export class NotAMessage extends Error {}

/** Headers in which mail servers keep the mailbox a message was delivered to. */
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to']
const ABOUT_RECIPIENT = ['final-recipient', 'original-recipient', 'action']
const COMPLAINTS = new Set(['abuse', 'fraud', 'opt-out', 'other'])
const HEADER_NAME = /^[a-z][a-z0-9-]*$/

/**
 * A report's text precedes the letter it quotes, so only the beginning of a message is parsed. Anyone may write to the
 * bounce mailbox, and hostile lines and headers would cost the parser seconds and a gigabyte.
 */
const MOST_BYTES = 128 * 1024
const MOST_LINES = 5000
/** Characters of one part. */
const MOST_TEXT = 16 * 1024
const MOST_HTML = 64 * 1024
const LINE_END = 10

/**
 * Reads a delivery status (RFC 3464), a feedback report (RFC 5965), or a bounce in words alone. Returns `reply` for any
 * other message, such as an out-of-office reply; null if it names no letter that `letterOf` knows by its envelope
 * sender. Throws NotAMessage.
 */
export async function readMailReport(
  raw: Uint8Array,
  letterOf: (address: string) => BouncedLetter | null,
): Promise<MailReport | 'reply' | null> {
  const mail = await parsed(beginning(raw))
  const feedback = part(mail, 'message/feedback-report')
  const status = part(mail, 'message/delivery-status') ?? part(mail, 'message/global-delivery-status')
  const [fields] = feedback ? reportFields(textOf(feedback)) : []
  const letter = firstLetter(addresses(mail, fields), letterOf)
  if (letter === null) return null
  const notice = feedback ? complaint(fields) : status ? bounce(textOf(status), mail) : inWords(mail)
  return notice ? { ...notice, letter, detail: serverReply(notice.detail) } : 'reply'
}

function beginning(raw: Uint8Array): Uint8Array {
  let end = 0
  for (let lines = 0; lines < MOST_LINES && end < raw.length; lines += 1) {
    const at = raw.indexOf(LINE_END, end)
    end = at === -1 ? raw.length : at + 1
  }
  return raw.subarray(0, Math.min(end, MOST_BYTES))
}

function firstLetter(
  addresses: readonly string[],
  letterOf: (address: string) => BouncedLetter | null,
): BouncedLetter | null {
  for (const address of addresses) {
    const letter = letterOf(address)
    if (letter) return letter
  }
  return null
}

async function parsed(raw: Uint8Array): Promise<Email> {
  // Loaded with the first returned message, because most servers read none.
  const { default: PostalMime } = await import('postal-mime')
  try {
    const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true })
    if (mail.headers.some(({ key }) => HEADER_NAME.test(key))) return mail
  } catch (error) {
    throw new NotAMessage('a message that cannot be read', { cause: error })
  }
  throw new NotAMessage('no message at all')
}

type Said = Pick<MailReport, 'kind' | 'cause' | 'detail'> | null

function complaint(fields: ReportFields | undefined): Said {
  const type = (fields?.get('feedback-type') ?? 'abuse').toLowerCase()
  return isComplaint(type) ? { kind: 'complaint', cause: null, detail: `feedback-type: ${type}` } : null
}

/** Returns true if a type of feedback (RFC 5965) means that the reader wants no more letters. */
export const isComplaint = (type: string): boolean => COMPLAINTS.has(type.toLowerCase())

/** Returns the worst status of all recipients (a forwarded letter has several), or that of the words if no recipient has one. */
function bounce(text: string, mail: Email): Said {
  const about = reportFields(text).filter((fields) => ABOUT_RECIPIENT.some((name) => fields.has(name)))
  if (about.length === 0) return inWords(mail)
  const above = wordsOf(mail)
  const bounces = about.map((fields) => readStatus(fields, above)).filter((read) => read !== null)
  return saidOf(bounces.find(({ kind }) => kind === 'hard') ?? bounces[0] ?? null)
}

const inWords = (mail: Email): Said => saidOf(isFromMailSystem(mail) ? readWords(wordsOf(mail)) : null)

const saidOf = (read: ReadBounce | null): Said => read && { kind: read.kind, cause: read.cause, detail: read.words }

const wordsOf = ({ text, html }: Email): string =>
  (text ?? html?.slice(0, MOST_HTML).replace(/<[^<>]*>/g, ' ') ?? '').slice(0, MOST_TEXT)

/** Lists where our envelope sender may appear: the recipients of the report, and the letter that it quotes. */
function addresses(mail: Email, fields: ReportFields | undefined): readonly string[] {
  const own = mail.headers.filter(({ key }) => DELIVERED_TO.includes(key)).map(({ value }) => value)
  const reported = fields?.get('original-mail-from')
  const attachment = part(mail, 'message/rfc822') ?? part(mail, 'text/rfc822-headers') ?? part(mail, 'message/global')
  const returnPath = attachment && reportFields(textOf(attachment))[0]?.get('return-path')
  return [...own, ...(reported ? [reported] : []), ...(returnPath ? [returnPath] : [])]
}

const part = ({ attachments }: Email, type: string): Attachment | undefined =>
  attachments.find(({ mimeType }) => mimeType === type)

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string'
    ? content.slice(0, MOST_TEXT)
    : Buffer.from(content as ArrayBuffer).toString('utf8', 0, MOST_TEXT)

const MAIL_SYSTEM =
  /^(?:mailer[-_. ]?daemon|postmaster|mail[-_. ]?daemon|mdaemon|mail-?system|mailsystem|delivery-?system|mmdf|bounces?)$/
const NAMED =
  /\b(?:mailer-daemon|mail delivery (?:sub)?system|mail administrator|mail system|internet mail delivery|postmaster)\b/
const UNDELIVERED =
  /undeliver|delivery (?:has )?(?:fail|status|problem|error|report)|(?:mail|message) delivery|failure notice|returned mail|return(?:ed)? to sender|mail (?:system )?error|failed (?:mail|delivery)|could ?(?:not|n.t) be delivered|non-?deliver|not delivered|nondeliverable|退信|投递失败|系统退回|未送达|无法送达|unzustellbar|non remis|échec|mancata consegna|no se puede entregar|配信(?:不能|エラー)|не доставлено/i

/** Returns true if a mail server wrote this, not a person. Servers write their own name with and without a domain. */
function isFromMailSystem({ from, sender, headers, subject = '' }: Email): boolean {
  const headerOf = (name: string) => headers.find(({ key }) => key === name)?.value ?? ''
  const addresses = [from?.address, sender?.address].map((address) => (address ?? '').toLowerCase())
  if (addresses.some((address) => MAIL_SYSTEM.test(address.split('@', 1)[0] ?? ''))) return true
  const nameless = addresses.every((address) => !address.includes('@'))
  if (nameless && NAMED.test(`${headerOf('from')} ${headerOf('sender')}`.slice(0, 1000).toLowerCase())) return true
  if (/<\s*>/.test(headerOf('from').slice(0, 1000))) return true
  const isReport = /^multipart\/report\b/i.test(headerOf('content-type')) || headerOf('x-failed-recipients') !== ''
  return isReport || UNDELIVERED.test(subject.slice(0, 1000))
}
