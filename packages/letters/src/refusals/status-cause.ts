import type { RefusalCause } from '@wayproof/journal/outbox/refusal-cause'

/** Enhanced status codes (RFC 3463 and the IANA registry) without their class whose subject and detail decide. */
const BY_DETAIL: Readonly<Record<string, RefusalCause>> = {
  '1.0': 'no-mailbox',
  '1.1': 'no-mailbox',
  '1.2': 'no-domain',
  '1.3': 'no-mailbox',
  '1.6': 'no-mailbox',
  '1.7': 'sender',
  '1.8': 'sender',
  '1.9': 'message',
  '1.10': 'no-mailbox',
  '2.1': 'mailbox-disabled',
  '2.2': 'mailbox-full',
  '2.3': 'message',
  '3.4': 'message',
  '4.4': 'no-domain',
  '4.6': 'network',
  '4.7': 'network',
}

/** Codes whose subject alone decides. */
const BY_SUBJECT: Readonly<Record<string, RefusalCause>> = { '6': 'message', '7': 'policy' }

/** Maps an enhanced status code `c.s.d` to a cause; `unclear` if it only reports a failure. */
export function statusCause(status: string): RefusalCause {
  const [, subject = '', detail = ''] = status.split('.')
  return BY_DETAIL[`${Number(subject)}.${Number(detail)}`] ?? BY_SUBJECT[String(Number(subject))] ?? 'unclear'
}
