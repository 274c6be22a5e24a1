import { bounceNotice, complaintNotice, type ProviderEvent, type ReadEvent, textAt } from './provider-event.ts'

// https://postmarkapp.com/developer/webhooks/bounce-webhook

/** Key of the metadata with a letter's ID: Postmark replaces its Message-ID and its envelope sender. */
export const POSTMARK_KEY = 'letter'

const HARD = new Set(['HardBounce', 'BadEmailAddress'])
/** Types that are about the mailbox or another message, not about the delivery of the letter. */
const NO_BOUNCE = new Set(['Subscribe', 'AutoResponder', 'AddressChange', 'OpenRelayTest', 'ChallengeVerification'])
const OBJECTED = new Set(['SpamComplaint', 'Unsubscribe'])

/** Reads the one event of a call. */
export function readPostmarkEvents(body: unknown): readonly ReadEvent[] {
  const record = textAt(body, 'RecordType')
  if (record === '') return ['unreadable']
  if (record !== 'Bounce' && record !== 'SpamComplaint') return ['ignored']
  const [type, recipient] = [textAt(body, 'Type'), textAt(body, 'Email')]
  if (type === '' || recipient === '') return ['unreadable']
  if (NO_BOUNCE.has(type)) return ['ignored']
  return [{ recipient, references: [textAt(body, 'Metadata', POSTMARK_KEY)], notice: noticeOf(body, record, type) }]
}

function noticeOf(body: unknown, record: string, type: string): ProviderEvent['notice'] {
  if (record === 'SpamComplaint' || OBJECTED.has(type)) return complaintNotice(type)
  const verdict = HARD.has(type) ? 'hard' : type === 'Transient' ? 'delayed' : 'soft'
  // The description of a type names several causes, so only the server's reply is read.
  return bounceNotice({ verdict, words: textAt(body, 'Details') || type })
}
