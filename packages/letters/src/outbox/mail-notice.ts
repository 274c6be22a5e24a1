import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { LetterData } from '../letter/letter.ts'
import type { Outbox } from './outbox.ts'

export interface MailNoticePorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** The recipients in the office, each with the language of the account. */
  readers(): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
  readonly clock: Clock
}

type NoticeKind = 'unlinking-certificate' | 'opening-question' | 'rights-arrived' | 'report-arrived'

/** A notice mailed to every officer or case handler, once per half-year or day. */
export type Notice = {
  [K in NoticeKind]: { readonly kind: K; readonly data: LetterData[K] }
}[NoticeKind]

/** Posts one letter per reader, kind, and half-year or day. Returns how many are new. */
export async function mailNotice(
  { outbox, readers, clock }: MailNoticePorts,
  period: string,
  notice: Notice,
): Promise<number> {
  const letters = (await readers()).map(({ id, locale }) => ({
    letter: { ...notice, locale },
    recipient: { kind: 'user', id } as const,
    dedupeKey: `${notice.kind}:${period}:${id}`,
  }))
  return outbox.post(letters, clock.now())
}
