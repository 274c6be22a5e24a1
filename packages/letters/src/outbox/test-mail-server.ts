import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { MailServerTestData } from '../letter/letter.ts'
import type { LetterState, Outbox } from './outbox.ts'

/** A test letter to an officer and its result. */
export interface MailServerTest {
  readonly at: Instant
  readonly state: LetterState
  /** True if a mail server accepted it, even if it bounced since. */
  readonly accepted: boolean
  /** The mail server's last reply, or the name of a file. */
  readonly reply: string | null
}

export interface MailTestStore {
  /** An officer's newest test; null before the first. */
  last(officerId: Id): Promise<MailServerTest | null>
  /** Test letters to officers since the first whose dedupe key has this prefix; empty if there is none. */
  since(keyBegin: string): Promise<readonly MailServerTest[]>
}

/** Prefix of the dedupe keys of an occasion. */
export const occasionKey = (occasion: string): string => `mail-server-test:${occasion}:`

const MINUTE_MS = 60_000

/** Sends an officer a test letter. A second request within the same minute sends none. */
export async function testMailServer(
  { outbox, clock }: { readonly outbox: Pick<Outbox, 'post'>; readonly clock: Clock },
  { to }: { readonly to: { readonly id: Id; readonly locale: Locale } },
): Promise<void> {
  const now = clock.now()
  const letter = { kind: 'mail-server-test', locale: to.locale, data: { opening: null } } as const
  const dedupeKey = `mail-server-test:${to.id}:${Math.floor(now / MINUTE_MS)}`
  await outbox.post([{ letter, recipient: { kind: 'user', id: to.id }, dedupeKey }], now)
}

/** Sends every officer the test letter of an occasion, once. Returns how many are new. */
export async function testBeforeOpening(
  {
    outbox,
    officers,
    clock,
  }: {
    readonly outbox: Pick<Outbox, 'post'>
    officers(): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
    readonly clock: Clock
  },
  { occasion, opening }: { readonly occasion: string; readonly opening: MailServerTestData['opening'] },
): Promise<number> {
  const letters = (await officers()).map(({ id, locale }) => ({
    letter: { kind: 'mail-server-test', locale, data: { opening } } as const,
    recipient: { kind: 'user', id } as const,
    dedupeKey: `${occasionKey(occasion)}${id}`,
  }))
  return outbox.post(letters, clock.now())
}
