import { isComplaint } from '../bounces/mail-report.ts'
import {
  bounceNotice,
  complaintNotice,
  listAt,
  type ProviderEvent,
  type ReadEvent,
  textAt,
  valueAt,
} from './provider-event.ts'

// https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html

/** Text without JSON that SES sends once to a topic of event publishing. */
const GREETING = /^Successfully validated SNS topic\b/
const TOPIC = /^arn:[\w:.-]{1,250}$/
/** Only an address of Amazon SNS is shown to an operator. */
const SUBSCRIBE_URL = /^https:\/\/sns\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/\?[\w%.:=&-]{1,2000}$/

/** Amazon SNS asks whether this address wants the messages of `topic`; opening `url` confirms it. */
export interface SnsSubscription {
  readonly topic: string
  readonly url: string
}

export function readSnsSubscription(body: unknown): SnsSubscription | null {
  const [topic, url] = [textAt(body, 'TopicArn'), textAt(body, 'SubscribeURL')]
  const isGenuine = textAt(body, 'Type') === 'SubscriptionConfirmation' && TOPIC.test(topic) && SUBSCRIBE_URL.test(url)
  return isGenuine ? { topic, url } : null
}

/** Reads a notification or a published event of Amazon SES inside its Amazon SNS message. */
export function readSesEvents(body: unknown): readonly ReadEvent[] {
  const type = textAt(body, 'Type')
  if (type === 'UnsubscribeConfirmation') return ['ignored']
  if (type !== 'Notification') return ['unreadable']
  const message = textAt(body, 'Message')
  if (GREETING.test(message)) return ['ignored']
  const event = parsed(message)
  const kind = textAt(event, 'notificationType') || textAt(event, 'eventType')
  if (kind === 'Bounce') return bounces(event)
  if (kind === 'Complaint') return complaints(event)
  return [kind === '' ? 'unreadable' : 'ignored']
}

function bounces(event: unknown): readonly ReadEvent[] {
  const verdict = textAt(event, 'bounce', 'bounceType') === 'Permanent' ? 'hard' : 'soft'
  return eventsFor(event, listAt(event, 'bounce', 'bouncedRecipients'), (recipient) => {
    const words = textAt(recipient, 'diagnosticCode') || textAt(event, 'bounce', 'bounceSubType')
    return bounceNotice({ verdict, status: textAt(recipient, 'status'), words })
  })
}

function complaints(event: unknown): readonly ReadEvent[] {
  const type = textAt(event, 'complaint', 'complaintFeedbackType') || 'abuse'
  if (!isComplaint(type)) return ['ignored']
  return eventsFor(event, listAt(event, 'complaint', 'complainedRecipients'), () => complaintNotice(type))
}

function eventsFor(
  event: unknown,
  recipients: readonly unknown[],
  noticeOf: (recipient: unknown) => ProviderEvent['notice'],
): readonly ReadEvent[] {
  const mail = valueAt(event, 'mail')
  const header = listAt(mail, 'headers').find((each) => textAt(each, 'name').toLowerCase() === 'message-id')
  const references = [textAt(mail, 'source'), textAt(mail, 'commonHeaders', 'messageId'), textAt(header, 'value')]
  if (recipients.length === 0 || mail === undefined) return ['unreadable']
  return recipients.map((recipient) => ({
    // A forwarded letter bounces for another address than the one that it was sent to.
    recipient: textAt(mail, 'destination', '0') || textAt(recipient, 'emailAddress'),
    references,
    notice: noticeOf(recipient),
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
