import { dateAt, fail, type Instant, type Outcome, ok, startOfDay } from '@wayproof/kernel'
import { caseCodeHash } from './case-code.ts'
import { CODE_LETTERS, CODE_TRIES, CODE_VALID_MS } from './mailed-code.ts'
import type { NewMailedCode, RightsPorts } from './ports.ts'

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

/** A code for whoever reads `contact`. */
export function newMailedCode(
  { ids, keyring, timeZone }: Pick<RightsPorts, 'ids' | 'keyring' | 'timeZone'>,
  contact: string,
  now: Instant,
): NewMailedCode {
  const key = `mailed-code:${Buffer.from(keyring.mac('case-contact', contact)).toString('hex')}`
  return {
    id: ids.next(),
    expiresAt: now + CODE_VALID_MS,
    tries: CODE_TRIES,
    at: startOfDay(dateAt(now, timeZone), timeZone),
    limit: { ...CODE_LETTERS, key, now },
  }
}
