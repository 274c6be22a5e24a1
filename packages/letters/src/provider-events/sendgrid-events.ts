import { serverReply } from '../smtp/server-reply.ts'
import { bounceNotice, complaintNotice, type ProviderEvent, type ReadEvent, textAt } from './provider-event.ts'

// https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event

/** Reasons for which SendGrid does not send a letter and that are about its recipient. */
const DEAD = new Set(['Bounced Address', 'Invalid'])
const OBJECTED = new Set(['Spam Reporting Address', 'Unsubscribed Address'])

/** Reads the batch of an Event Webhook, each event on its own. */
export const readSendgridEvents = (body: unknown): readonly ReadEvent[] =>
  Array.isArray(body) ? body.map(readEvent) : ['unreadable']

function readEvent(event: unknown): ReadEvent {
  const kind = textAt(event, 'event')
  const notice = noticeOf(event, kind)
  if (notice === null) return kind === '' ? 'unreadable' : 'ignored'
  const recipient = textAt(event, 'email')
  return recipient === '' ? 'unreadable' : { recipient, references: [textAt(event, 'smtp-id')], notice }
}

function noticeOf(event: unknown, kind: string): ProviderEvent['notice'] | null {
  const reason = textAt(event, 'reason')
  if (kind === 'spamreport' || (kind === 'dropped' && OBJECTED.has(reason))) return complaintNotice(reason || kind)
  if (kind === 'dropped') {
    // SendGrid's own words, so not read as a server's reply; all other reasons blame the sender.
    const isDead = DEAD.has(reason)
    return { kind: isDead ? 'hard' : 'soft', cause: isDead ? 'no-mailbox' : 'sender', detail: serverReply(reason) }
  }
  if (kind !== 'bounce') return null
  const verdict = textAt(event, 'type') === 'blocked' ? 'soft' : 'hard'
  return bounceNotice({ verdict, status: textAt(event, 'status'), words: reason })
}
