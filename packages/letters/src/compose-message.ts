import { parseEmail } from '@wayproof/survey'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Message } from './transport.ts'

export interface ComposedMessage {
  /** Envelope sender, to which a bounce goes. */
  readonly from: string
  readonly to: string
  readonly bytes: Buffer
}

/**
 * The message as sent. Throws unless `to` and `returnTo` are each one strictly parsed mailbox and the headers that came out
 * of composing name exactly the mailboxes that went in:
 * a mail library reads lists, groups and line ends into an address (nodemailer 10.6.1 does).
 */
export async function composeMessage(message: Message): Promise<ComposedMessage> {
  if (parseEmail(message.to) !== message.to) throw new Error('the recipient is not one parsed mailbox')
  if (parseEmail(message.returnTo) !== message.returnTo)
    throw new Error('the envelope sender is not one parsed mailbox')
  const node = new MailComposer({
    from: message.from,
    to: { name: '', address: message.to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: message.messageId,
    date: message.at,
    headers: { ...message.headers },
    disableUrlAccess: true,
    disableFileAccess: true,
  }).compile()
  const { from, to } = node.getEnvelope()
  if (!Array.isArray(to) || to.length !== 1 || to[0] !== message.to)
    throw new Error('the envelope is not the one mailbox')
  if (from !== message.from.address) throw new Error('the envelope is not from the sender')
  const bytes = await new Promise<Buffer>((resolve, reject) =>
    node.build((error, built) => (error || !built ? reject(error ?? new Error('nothing was built')) : resolve(built))),
  )
  return { from: message.returnTo, to: message.to, bytes }
}
