import type { Clock } from '@wayproof/kernel'
import type { UnlinkingCertificate } from './letter.ts'
import type { MailSummaryPorts } from './mail-summary.ts'
import type { Outbox } from './outbox.ts'

export interface MailCertificatePorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** Every officer, each with the language of the account. */
  officers: MailSummaryPorts['readers']
  readonly clock: Clock
}

/** Posts one letter an officer; a wave's certificate is mailed once. Returns how many are new. */
export async function mailCertificate(
  { outbox, officers, clock }: MailCertificatePorts,
  certificate: UnlinkingCertificate,
): Promise<number> {
  const letters = (await officers()).map(({ id, locale }) => ({
    letter: { kind: 'unlinking-certificate', locale, data: certificate } as const,
    recipient: { kind: 'user', id } as const,
    dedupeKey: `unlinking:${certificate.anonymity.period}:${id}`,
  }))
  return outbox.post(letters, clock.now())
}
