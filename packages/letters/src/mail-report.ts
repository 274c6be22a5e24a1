import type { Attachment, Email } from 'postal-mime'
import type { BouncedLetter } from './bounce-address.ts'
import { type BounceKind, statusKind, textKind } from './bounce-status.ts'
import { type ReportFields, reportFields } from './report-fields.ts'
import { serverReply } from './server-reply.ts'

/** What came back about a letter. `soft`: it may pass another time. */
export interface MailReport {
  readonly kind: BounceKind | 'complaint'
  readonly letter: BouncedLetter
  /** What was said, without addresses and links. */
  readonly detail: string
}

export class NotAMessage extends Error {}

/** Headers in which mail servers keep the mailbox a message was delivered to. */
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to']
const COMPLAINTS = new Set(['abuse', 'fraud', 'opt-out', 'other'])
const HEADER_NAME = /^[a-z][a-z0-9-]*$/
const MAIL_SYSTEM = /^(mailer-daemon|postmaster)@/i

/**
 * What a report says comes before the letter it quotes. Anybody may write to the mailbox of bounces, so of no message more
 * is looked at: the parser takes seconds and a gigabyte for what a hostile one makes of its lines and headers.
 */
const MOST_BYTES = 128 * 1024
const MOST_LINES = 5000
/** Characters of one part. */
const MOST_TEXT = 16 * 1024
const LINE_END = 10

/**
 * Reads a delivery status (RFC 3464), a feedback report (RFC 5965), or a bounce in words alone. `reply` when it is none of
 * them, as of somebody out of office, null when it names no letter that `letterOf` knows by its envelope sender. Throws
 * NotAMessage.
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
  const said = feedback ? complaint(fields) : status ? bounce(textOf(status)) : inWords(mail)
  return said ? { ...said, letter, detail: serverReply(said.detail) } : 'reply'
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
  // Loaded with the first that comes back: most servers read none.
  const { default: PostalMime } = await import('postal-mime')
  try {
    const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true })
    if (mail.headers.some(({ key }) => HEADER_NAME.test(key))) return mail
  } catch (error) {
    throw new NotAMessage('a message that cannot be read', { cause: error })
  }
  throw new NotAMessage('no message at all')
}

type Said = Pick<MailReport, 'kind' | 'detail'> | null

function complaint(fields: ReportFields | undefined): Said {
  const type = (fields?.get('feedback-type') ?? 'abuse').toLowerCase()
  return COMPLAINTS.has(type) ? { kind: 'complaint', detail: `feedback-type: ${type}` } : null
}

/** The worst of what is said about the recipients: a forwarded letter has several. */
function bounce(text: string): Said {
  const said = reportFields(text).flatMap((fields) => {
    const about = fields.has('final-recipient') || fields.has('original-recipient') || fields.has('action')
    const kind = about ? statusKind(fields) : null
    return kind ? [{ kind, detail: `${fields.get('status') ?? ''} ${fields.get('diagnostic-code') ?? ''}` }] : []
  })
  return said.find(({ kind }) => kind === 'hard') ?? said[0] ?? null
}

function inWords(mail: Email): Said {
  const sender = mail.from?.address ?? mail.sender?.address ?? ''
  const asReport = mail.headers.some(({ key, value }) => key === 'content-type' && /^multipart\/report\b/i.test(value))
  if (!asReport && !MAIL_SYSTEM.test(sender)) return null
  const text = (mail.text ?? mail.html?.replace(/<[^<>]*>/g, ' ') ?? '').slice(0, MOST_TEXT)
  const kind = textKind(text)
  return kind && { kind, detail: text }
}

/** Where our envelope sender may stand: where the report was delivered to, or in what it quotes. */
function addresses(mail: Email, fields: ReportFields | undefined): readonly string[] {
  const own = mail.headers.filter(({ key }) => DELIVERED_TO.includes(key)).map(({ value }) => value)
  const reported = fields?.get('original-mail-from')
  const quoted = part(mail, 'message/rfc822') ?? part(mail, 'text/rfc822-headers') ?? part(mail, 'message/global')
  const returnPath = quoted && reportFields(textOf(quoted))[0]?.get('return-path')
  return [...own, ...(reported ? [reported] : []), ...(returnPath ? [returnPath] : [])]
}

const part = ({ attachments }: Email, type: string): Attachment | undefined =>
  attachments.find(({ mimeType }) => mimeType === type)

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string'
    ? content.slice(0, MOST_TEXT)
    : Buffer.from(content as ArrayBuffer).toString('utf8', 0, MOST_TEXT)
