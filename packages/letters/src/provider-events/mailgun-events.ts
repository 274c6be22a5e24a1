import { bounceNotice, complaintNotice, type ProviderEvent, type ReadEvent, textAt, valueAt } from './provider-event.ts'

// https://documentation.mailgun.com/docs/mailgun/user-manual/events/webhooks

/** Mailgun sends nothing to an address that complained or unsubscribed before. */
const OBJECTED = new Set(['suppress-complaint', 'suppress-unsubscribe'])

/** Reads the one event of a call. */
export function readMailgunEvents(body: unknown): readonly ReadEvent[] {
  const event = valueAt(body, 'event-data')
  const kind = textAt(event, 'event')
  if (kind !== 'failed' && kind !== 'complained') return [kind === '' ? 'unreadable' : 'ignored']
  const recipient = textAt(event, 'recipient')
  if (recipient === '') return ['unreadable']
  const references = [textAt(event, 'envelope', 'sender'), textAt(event, 'message', 'headers', 'message-id')]
  return [{ recipient, references, notice: noticeOf(event, kind) }]
}

function noticeOf(event: unknown, kind: string): ProviderEvent['notice'] {
  const reason = textAt(event, 'reason')
  if (kind === 'complained' || OBJECTED.has(reason)) return complaintNotice(reason || kind)
  const status = valueAt(event, 'delivery-status')
  const words = `${textAt(status, 'code')} ${textAt(status, 'message') || textAt(status, 'description')}`
  const verdict = textAt(event, 'severity') === 'permanent' ? 'hard' : 'delayed'
  return bounceNotice({ verdict, status: textAt(status, 'enhanced-code'), words })
}
