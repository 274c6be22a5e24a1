import { dateAt, fail, type Id, type Instant, type Outcome, ok, startOfDay } from '@wayproof/kernel'
import { caseCodeHash } from './case-code.ts'
import { CODE_LETTERS, CODE_TRIES, CODE_VALID_MS } from './mailed-code.ts'
import type { RightsPorts } from './ports.ts'

/**
 * Mails a new code to the address of a case; the one before is void. Whether a letter goes is not told: an address that
 * got its letters of the day gets none. Fault `case-unknown` for whatever has no address to check.
 */
export async function sendCode(
  ports: Pick<RightsPorts, 'rights' | 'letterLimit' | 'clock' | 'ids' | 'keyring' | 'timeZone'>,
  { caseCode }: { readonly caseCode: string },
): Promise<Outcome<null, { readonly code: 'case-unknown' }>> {
  const found = await ports.rights.conversation({ codeHash: caseCodeHash(ports.keyring, caseCode) })
  if (!found?.contactSealed || found.case.status !== 'received') return fail('case-unknown')
  await mailNewCode(ports, found.case.id, ports.keyring.open('case-contact', found.contactSealed), ports.clock.now())
  return ok(null)
}

/** Mails a code to `contact`, if that address may get another one. */
export async function mailNewCode(
  {
    rights,
    letterLimit,
    ids,
    keyring,
    timeZone,
  }: Pick<RightsPorts, 'rights' | 'letterLimit' | 'ids' | 'keyring' | 'timeZone'>,
  caseId: Id,
  contact: string,
  now: Instant,
): Promise<void> {
  const key = `mailed-code:${Buffer.from(keyring.mac('case-contact', contact)).toString('hex')}`
  if ((await letterLimit.take(key, CODE_LETTERS, now)) !== null) return
  const at = startOfDay(dateAt(now, timeZone), timeZone)
  await rights.mailCode(caseId, { id: ids.next(), expiresAt: now + CODE_VALID_MS, tries: CODE_TRIES, at })
}
