import type { Clock, Id, Locale } from '@wayproof/kernel'
import type { UnlinkingCertificate } from './letter.ts'
import type { Outbox } from './outbox.ts'

/** Officers who get the certificate, each with the language it is written in. */
export type CertificateReaders = () => Promise<readonly { readonly id: Id; readonly locale: Locale }[]>

export interface MailCertificatePorts {
  readonly outbox: Pick<Outbox, 'post'>
  readonly readers: CertificateReaders
  readonly clock: Clock
}

/** Posts one letter a reader; a wave's certificate is mailed once. Returns how many are new. */
export async function mailCertificate(
  { outbox, readers, clock }: MailCertificatePorts,
  certificate: UnlinkingCertificate,
): Promise<number> {
  const letters = (await readers()).map(({ id, locale }) => ({
    letter: { kind: 'unlinking-certificate', locale, data: certificate } as const,
    recipient: { kind: 'user', id } as const,
    dedupeKey: `unlinking:${certificate.anonymity.period}:${id}`,
  }))
  return outbox.post(letters, clock.now())
}
