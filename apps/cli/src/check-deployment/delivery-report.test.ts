import { keyring } from '@wayproof/kernel/secrets/keyring'
import { bounceAddress } from '@wayproof/letters/bounces/bounce-address'
import type { MailReport } from '@wayproof/letters/bounces/mail-report'
import { processMailReport } from '@wayproof/letters/bounces/process-mail-report'
import { expect, test } from 'vitest'
import { deliveryReport } from './check-bounce.ts'

test('the product reads the report as a hard bounce of its letter', async () => {
  const ring = keyring(new Uint8Array(32).fill(7))
  const [letterId, recipient, at] = ['0f8fad5b-d9cb-469f-a165-70867728950e', 'a@b.example', 1_800_000_000_000]
  const to = bounceAddress(ring, 'bounces@x.example', { letterId, to: recipient, now: at })
  const { head, body, from } = deliveryReport({ to, recipient, at })
  const reports: MailReport[] = []
  const ports = {
    keyring: ring,
    clock: { now: () => at },
    markReported: async (report: MailReport) => reports.push(report) > 0,
  }
  expect(await processMailReport(ports, { raw: Buffer.from(`${head}\r\n\r\n${body}`) })).toBe('hard')
  expect(reports).toMatchObject([{ letter: { letterId } }])
  expect(from).toBe('')
})
