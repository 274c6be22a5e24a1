import { fail, type Outcome, ok } from '@wayproof/kernel'
import { caseCodeHash } from './case-code.ts'
import { newMailedCode } from './mailed-code.ts'
import type { RightsPorts } from './ports.ts'

/**
 * Mails a new code to the address of a case; the one before is void. Whether a letter goes is not told: an address that
 * got its letters of the day gets none. Fault `case-unknown` for whatever has no address to check.
 */
export async function sendCode(
  ports: Pick<RightsPorts, 'rights' | 'clock' | 'ids' | 'keyring' | 'timeZone'>,
  { caseCode }: { readonly caseCode: string },
): Promise<Outcome<null, { readonly code: 'case-unknown' }>> {
  const found = await ports.rights.conversation({ codeHash: caseCodeHash(ports.keyring, caseCode) })
  if (!found?.contactSealed || found.case.status !== 'received') return fail('case-unknown')
  const contact = ports.keyring.open('case-contact', found.contactSealed)
  await ports.rights.mailCode(found.case.id, newMailedCode(ports, contact, ports.clock.now()))
  return ok(null)
}
