/** Messages as different mail servers return them. `to` is the letter's envelope sender. */

interface Dsn {
  readonly to: string
  readonly status?: string
  /** Lines of the recipient's block. Absent: the usual ones. */
  readonly recipient?: readonly string[]
  readonly headers?: readonly string[]
  readonly words?: string
}

const lines = (...all: readonly string[]) => Buffer.from(all.join('\r\n'))

export function dsn({ to, status = '5.1.1', recipient, headers = [], words = 'It was not delivered.' }: Dsn): Buffer {
  const block = recipient ?? [
    'Final-Recipient: rfc822; ann@traveler.example',
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${status.startsWith('4') ? '450' : '550'} ${status} <ann@traveler.example>: no`,
  ]
  return lines(
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.traveler.example>',
    `To: ${to}`,
    'Subject: Undelivered mail',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    ...headers,
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.traveler.example',
    '',
    ...block,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Subject: How well do we protect your privacy?',
    'List-Unsubscribe: <https://survey.example/u/secret>',
    '',
    'https://survey.example/s/secret',
    '--b--',
    '',
  )
}

export const inWords = (
  to: string,
  words: string,
  from = '<MAILER-DAEMON@mx.traveler.example>',
  subject = 'failure notice',
): Buffer =>
  lines(`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8', '', words, '')

interface FeedbackReport {
  readonly type?: string
  /** Header of the quoted letter that names the envelope sender. */
  readonly returnPath?: string
  readonly mailFrom?: string
}

export const feedbackReport = ({ type = 'abuse', returnPath, mailFrom }: FeedbackReport): Buffer =>
  lines(
    'From: <feedback@isp.example>',
    'To: <abuse@faraway.example>',
    'Subject: complaint',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'A reader calls this message unwanted.',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: Loop/1',
    'Version: 1',
    ...(mailFrom ? [`Original-Mail-From: <${mailFrom}>`] : []),
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    ...(returnPath ? [`Return-Path: <${returnPath}>`] : []),
    'Subject: How well do we protect your privacy?',
    '',
    'https://survey.example/s/secret',
    '--b--',
    '',
  )
