import type { Clock, Id, Instant, Locale } from '@wayproof/kernel'
import type { LetterState, Outbox } from './outbox.ts'

/** A test letter to an officer, and what became of it. */
export interface MailServerTest {
  readonly at: Instant
  readonly state: LetterState
  /** Whether a mail server took it, whatever came back since. */
  readonly accepted: boolean
  /** What the mail server said last, or the name of a file. */
  readonly reply: string | null
}

export interface MailTestStore {
  /** An officer's newest; null: none yet. */
  last(officerId: Id): Promise<MailServerTest | null>
  /** Those to any officer that were written at `from` or later. */
  since(from: Instant): Promise<readonly MailServerTest[]>
}

const MINUTE_MS = 60_000

/** Sends an officer a letter that shows whether letters arrive; asked again within the minute, it is the same one. */
export async function testMailServer(
  { outbox, clock }: { readonly outbox: Pick<Outbox, 'post'>; readonly clock: Clock },
  { to }: { readonly to: { readonly id: Id; readonly locale: Locale } },
): Promise<void> {
  const now = clock.now()
  const letter = { kind: 'mail-server-test', locale: to.locale, data: { opening: null } } as const
  const dedupeKey = `mail-server-test:${to.id}:${Math.floor(now / MINUTE_MS)}`
  await outbox.post([{ letter, recipient: { kind: 'user', id: to.id }, dedupeKey }], now)
}
