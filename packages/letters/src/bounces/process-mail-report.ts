import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { readBounceAddress } from './bounce-address.ts'
import { type MailReport, readMailReport } from './mail-report.ts'

export interface MailReportPorts {
  /**
   * A bounce or complaint suppresses the address, marks the letter and revokes its link in one act; a soft bounce is
   * counted once per letter. Returns false if nothing changed: an unknown letter, or a repeated report.
   */
  readonly markReported: (report: MailReport, now: Instant) => Promise<boolean>
  readonly clock: Clock
  readonly keyring: Keyring
}

/** `reply`: a message that answers a letter of ours and reports nothing about its delivery. */
export type MailReportResult = MailReport['kind'] | 'known' | 'reply' | 'unrelated'

/** Processes one raw message from the bounce mailbox. Throws NotAMessage. */
export async function processMailReport(
  { markReported, clock, keyring }: MailReportPorts,
  { raw }: { readonly raw: Uint8Array },
): Promise<MailReportResult> {
  const now = clock.now()
  const report = await readMailReport(raw, (address) => readBounceAddress(keyring, address, now))
  if (report === null) return 'unrelated'
  if (report === 'reply') return report
  return (await markReported(report, now)) ? report.kind : 'known'
}
