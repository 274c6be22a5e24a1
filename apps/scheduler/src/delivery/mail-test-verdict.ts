import type { Instant } from '@wayproof/kernel/clock'
import type { MailServerTest } from '@wayproof/letters/outbox/test-mail-server'
import type { MailTestFailure } from '@wayproof/letters/questions/officer-question'

export type MailTestVerdict =
  | { readonly kind: 'passed' | 'undecided' }
  | { readonly kind: 'failed'; readonly why: MailTestFailure; readonly reply: string | null }

/** A mail server that has not accepted a letter for this time is reported. */
const PATIENCE_MS = 30 * 60_000

/**
 * Result of the tests since one: one accepted letter proves the server, and a folder suffices if an officer has chosen
 * it. A refused letter is no verdict while another waits.
 */
export function mailTestVerdict(
  tests: readonly MailServerTest[],
  { isFolderChosen, now }: { readonly isFolderChosen: boolean; readonly now: Instant },
): MailTestVerdict {
  const inState = (state: MailServerTest['state']) => tests.filter((test) => test.state === state)
  const [queuedTests, failedTests, writtenTests] = [inState('queued'), inState('failed'), inState('written')]
  if (tests.some(({ accepted }) => accepted) || (writtenTests.length > 0 && isFolderChosen)) return { kind: 'passed' }
  if (queuedTests.some(({ at }) => now - at < PATIENCE_MS)) return { kind: 'undecided' }
  const failed = (why: MailTestFailure, [first]: readonly MailServerTest[] = []) =>
    ({ kind: 'failed', why, reply: first?.reply ?? null }) as const
  if (writtenTests.length > 0) return failed('folder')
  if (failedTests.length > 0) return failed('refused', failedTests)
  return queuedTests.length > 0 ? failed('waiting', queuedTests) : failed('no-officer')
}
