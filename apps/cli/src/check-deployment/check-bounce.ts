import type { Instant } from '@wayproof/kernel/clock'
import { bounceAddress } from '@wayproof/letters/bounces/bounce-address'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { type CheckResult, failed, PASSED, unchecked } from './check-list.ts'
import { type TrialCheck, within } from './trial-check.ts'

/** Mails a delivery report about the letter to its envelope sender; the running scheduler must count it. */
export async function checkBounce(check: TrialCheck): Promise<void> {
  const { list, config, say } = check
  const { bounceAddress: base, mail } = config
  await list.take('bounce', async () => {
    if (mail.kind !== 'smtp') return unchecked('folder')
    if (base === null) return unchecked('no-bounce-address')
    if (!config.takesBounces) return unchecked('no-bounce-mailbox')
    say((words) => words.bouncing)
    return sendBounce(check, base, mail.url)
  }, ['letter'])
}

async function sendBounce(check: TrialCheck, base: string, url: string): Promise<CheckResult> {
  const { keyring, trial, trials, address, now, waitSeconds } = check
  const at = now()
  const to = bounceAddress(keyring, base, { letterId: trial.letterId, to: address, now: at })
  const transport = smtpTransport(url)
  try {
    const sent = await transport.send(deliveryReport({ to, recipient: address, at }))
    if (sent.outcome !== 'sent') return failed('bounce-refused', sent.reply)
  } finally {
    await transport.close()
  }
  const counted = await within(check, async () =>
    (await trials.rows(trial.waveId, address))?.letter.state === 'bounced' ? true : null,
  )
  return counted ? PASSED : failed('bounce-uncounted', String(waitSeconds))
}

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
