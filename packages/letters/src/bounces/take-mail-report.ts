import type { Clock, Instant } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { readBounceAddress } from './bounce-address.ts'
import { type MailReport, readMailReport } from './mail-report.ts'

export interface MailReportPorts {
  /**
   * A bounce or complaint suppresses the address, marks the letter and revokes its link in one act; a soft bounce is
   * counted, once a letter. False when it changed nothing: an unknown letter, or a report that came before.
   */
  readonly markReported: (report: MailReport, now: Instant) => Promise<boolean>
  readonly clock: Clock
  readonly keyring: Keyring
}

/** `reply`: it came back to a letter of ours, and tells nothing about it. */
export type TakenReport = MailReport['kind'] | 'known' | 'reply' | 'unrelated'

/** Takes in one raw message that came back. Throws NotAMessage. */
export async function takeMailReport(
  { markReported, clock, keyring }: MailReportPorts,
  { raw }: { readonly raw: Uint8Array },
): Promise<TakenReport> {
  const now = clock.now()
  const report = await readMailReport(raw, (address) => readBounceAddress(keyring, address, now))
  if (report === null) return 'unrelated'
  if (report === 'reply') return report
  return (await markReported(report, now)) ? report.kind : 'known'
}
