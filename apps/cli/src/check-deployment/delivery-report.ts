import type { Instant } from '@wayproof/kernel/clock'

/** Accepts no email. */
const FROM = 'mailer-daemon@deployment-check.invalid'

interface Report {
  /** The envelope sender of the letter. */
  readonly to: string
  /** The mailbox that did not accept it. */
  readonly recipient: string
  readonly at: Instant
}

/** A delivery report (RFC 3464) without an envelope sender, as a mail server returns a letter. */
export function deliveryReport({ to, recipient, at }: Report) {
  const lines = [
    `To: ${to}`,
    `From: Mail Delivery System <${FROM}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${at}@deployment-check.invalid>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="report"',
  ]
  const body = [
    '--report',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'A deployment check returns its own email.',
    '--report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; deployment-check.invalid',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 deployment check',
    '',
    '--report--',
    '',
  ]
  const messageId = `<${at}@deployment-check.invalid>`
  return { messageId, from: '', to, head: lines.join('\r\n'), body: body.join('\r\n') }
}
