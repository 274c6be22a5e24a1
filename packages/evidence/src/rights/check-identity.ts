import { dateAt, fail, type Outcome, ok } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
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
  const found = await rights.conversation({ codeHash: caseCodeHash(keyring, caseCode) })
  const codeId = found && (await rights.spendTry(found.case.id, now))
  if (!found || codeId === null) return fail('code-wrong')
  const right = equalBytes(Buffer.from(mailedCode(keyring, codeId)), Buffer.from(readMailedCode(typed)))
  if (!right) return fail('code-wrong')
  await rights.markChecked(found.case.id, dateAt(now, timeZone))
  return ok(null)
}
