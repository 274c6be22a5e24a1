import type { Clock, Id, Locale } from '@wayproof/kernel'
import type { ExecutiveSummary } from '@wayproof/scorecard'
import type { Outbox } from './outbox.ts'

export interface MailSummaryPorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** Users who get the summary, each with the language it is written in. */
  readers(): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
  readonly clock: Clock
}

export interface MailSummaryCommand {
  readonly summary: ExecutiveSummary
  /** What it is mailed for, `half-yearly` or `now-<id>`: the same occasion again mails nobody twice. */
  readonly occasion: string
}

/** Posts one letter a reader. Returns how many are new. */
export async function mailSummary(
  { outbox, readers, clock }: MailSummaryPorts,
  { summary, occasion }: MailSummaryCommand,
): Promise<number> {
  const letters = (await readers()).map(({ id, locale }) => ({
    letter: { kind: 'executive-summary', locale, data: { summary } } as const,
    recipient: { kind: 'user', id } as const,
    dedupeKey: `summary:${summary.scorecard.period}:${occasion}:${id}`,
  }))
  return outbox.post(letters, clock.now())
}
