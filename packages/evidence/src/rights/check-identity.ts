import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import { caseCodeHash } from './case-code.ts'
import { mailedCode, readMailedCode } from './mailed-code.ts'
import type { RightsPorts } from './ports.ts'

export interface CheckIdentity {
  readonly caseCode: string
  /** As typed by the person. */
  readonly mailedCode: string
}

/**
 * Checks the mailed code, which proves access to the mailbox. All failures give the same fault, and every attempt is
 * counted before the comparison.
 */
export async function checkIdentity(
  { rights, clock, keyring, timeZone }: Pick<RightsPorts, 'rights' | 'clock' | 'keyring' | 'timeZone'>,
  { caseCode, mailedCode: typed }: CheckIdentity,
): Promise<Outcome<null, { readonly code: 'code-wrong' }>> {
  const now = clock.now()
  const sealedConversation = await rights.conversation({ codeHash: caseCodeHash(keyring, caseCode) })
  const codeId = sealedConversation && (await rights.spendTry(sealedConversation.case.id, now))
  if (!sealedConversation || codeId === null) return fail('code-wrong')
  const isCorrect = equalBytes(Buffer.from(mailedCode(keyring, codeId)), Buffer.from(readMailedCode(typed)))
  if (!isCorrect) return fail('code-wrong')
  await rights.markChecked(sealedConversation.case.id, dateAt(now, timeZone))
  return ok(null)
}
