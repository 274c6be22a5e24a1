import { type Clock, dateAt, type Id, type Locale } from '@wayproof/kernel'
import type { ExecutiveSummary } from '@wayproof/scorecard'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import type { Outbox } from './outbox.ts'

export interface MailSummaryPorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** Users who get the summary, each with the language it is written in. */
  readers(): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
  readonly clock: Clock
  /** IANA name; decides on which day a moment falls. */
  readonly timeZone: string
}

export interface MailSummaryCommand {
  readonly summary: ExecutiveSummary
  /** What it is mailed for, `half-yearly` or `now-<id>`: the same occasion again mails nobody twice. */
  readonly occasion: string
}

/** Posts one letter a reader. Returns how many are new. */
export async function mailSummary(
  { outbox, readers, clock, timeZone }: MailSummaryPorts,
  { summary, occasion }: MailSummaryCommand,
): Promise<number> {
  const data = { summary, recordedOn: recordedOn(summary.scorecard, dateAt(clock.now(), timeZone)) }
  const letters = (await readers()).map(({ id, locale }) => ({
    letter: { kind: 'executive-summary', locale, data } as const,
    recipient: { kind: 'user', id } as const,
    dedupeKey: `summary:${summary.scorecard.period}:${occasion}:${id}`,
  }))
  return outbox.post(letters, clock.now())
}
