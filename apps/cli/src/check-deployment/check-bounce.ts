import { bounceAddress } from '@wayproof/letters/bounces/bounce-address'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { type CheckResult, failed, PASSED, unchecked } from './check-list.ts'
import { deliveryReport } from './delivery-report.ts'
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
