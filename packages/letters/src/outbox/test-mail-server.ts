import type { Clock, Id, Instant, Locale } from '@wayproof/kernel'
import type { MailServerTestData } from '../letter/letter.ts'
import type { LetterState, Outbox } from './outbox.ts'

/** A test letter to an officer, and what became of it. */
export interface MailServerTest {
  readonly at: Instant
  readonly state: LetterState
  /** Whether a mail server took it, whatever came back since. */
  readonly accepted: boolean
  /** The mail server's last reply, or the name of a file. */
  readonly reply: string | null
}

export interface MailTestStore {
  /** An officer's newest; null: none yet. */
  last(officerId: Id): Promise<MailServerTest | null>
  /** Test letters to officers from the first with this prefix of its dedupe key on; empty without one. */
  since(keyBegin: string): Promise<readonly MailServerTest[]>
}

/** The dedupe keys of an occasion begin so. */
export const occasionKey = (occasion: string): string => `mail-server-test:${occasion}:`

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
