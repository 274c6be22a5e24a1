import type { Clock } from '@wayproof/kernel'
import type { OpeningQuestionData } from './letter.ts'
import type { MailSummaryPorts } from './mail-summary.ts'
import type { Outbox } from './outbox.ts'

export interface MailOpeningQuestionPorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** Every officer, each with the language of the account. */
  officers: MailSummaryPorts['readers']
  readonly clock: Clock
}

/** Asks every officer, once a period, what is to become of a wave that did not open. Returns how many letters are new. */
export async function mailOpeningQuestion(
  { outbox, officers, clock }: MailOpeningQuestionPorts,
  data: OpeningQuestionData,
): Promise<number> {
  const letters = (await officers()).map(({ id, locale }) => ({
    letter: { kind: 'opening-question', locale, data } as const,
    recipient: { kind: 'user', id } as const,
    dedupeKey: `opening-question:${data.period}:${id}`,
  }))
  return outbox.post(letters, clock.now())
}
