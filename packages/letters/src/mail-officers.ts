import type { Clock } from '@wayproof/kernel'
import type { LetterData } from './letter.ts'
import type { MailSummaryPorts } from './mail-summary.ts'
import type { Outbox } from './outbox.ts'

export interface MailOfficersPorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** Every officer, each with the language of the account. */
  officers: MailSummaryPorts['readers']
  readonly clock: Clock
}

type NoticeKind = 'unlinking-certificate' | 'opening-question' | 'rights-arrived'

/** What every officer is told of, once a half-year or day. */
export type OfficerNotice = {
  [K in NoticeKind]: { readonly kind: K; readonly data: LetterData[K] }
}[NoticeKind]

/** Posts one letter an officer; of a kind, a half-year or day gets one. Returns how many are new. */
export async function mailOfficers(
  { outbox, officers, clock }: MailOfficersPorts,
  period: string,
  notice: OfficerNotice,
): Promise<number> {
  const letters = (await officers()).map(({ id, locale }) => ({
    letter: { ...notice, locale },
    recipient: { kind: 'user', id } as const,
    dedupeKey: `${notice.kind}:${period}:${id}`,
  }))
  return outbox.post(letters, clock.now())
}
