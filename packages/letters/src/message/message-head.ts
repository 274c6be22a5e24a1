import { VERSION } from '@wayproof/kernel/version'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Message } from './message.ts'

/** The header lines of a message, `Content-Type` last, with the boundary of its two parts. */
export interface MessageHead {
  readonly lines: string
  readonly boundary: string
}

/** The part of a message that thousands of letters share: everything except the recipient. */
type Common = Pick<Message, 'from' | 'subject' | 'headers'>

/** Separates a message's head from its body. */
export const HEAD_END = '\r\n\r\n'

/** The same in every letter, so that no letter differs from another by it. */
const MAILER = `Wayproof ${VERSION}`

const MOST_KEPT = 64
const headCache = new Map<string, Promise<MessageHead>>()

/** The head that a mail library writes for letters of the same sender, subject and headers: encoded and folded once. */
export function messageHead(common: Common): Promise<MessageHead> {
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
