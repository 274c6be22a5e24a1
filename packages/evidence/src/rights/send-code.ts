import { dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import { caseCodeHash } from './case-code.ts'
import { CODE_LETTERS, CODE_TRIES, CODE_VALID_MS } from './mailed-code.ts'
import type { NewMailedCode, RightsPorts } from './ports.ts'

/**
 * Mails a new code to the address of a case and voids the previous one. `limited` means that this case reached its
 * daily limit. A limit of the address itself is not revealed, because others may have requested codes for it. Fault
 * `case-unknown` if there is no address to confirm.
 */
export async function sendCode(
  ports: Pick<RightsPorts, 'rights' | 'clock' | 'ids' | 'keyring' | 'timeZone'>,
  { caseCode }: { readonly caseCode: string },
): Promise<Outcome<{ readonly limited: boolean }, { readonly code: 'case-unknown' }>> {
  const codeHash = caseCodeHash(ports.keyring, caseCode)
  const sealedConversation = await ports.rights.conversation({ codeHash })
  if (!sealedConversation?.contactSealed || sealedConversation.case.status !== 'received') return fail('case-unknown')
  const contact = ports.keyring.open('case-contact', sealedConversation.contactSealed)
  const code = newMailedCode(ports, { codeHash, contact }, ports.clock.now())
  return ok({ limited: !(await ports.rights.mailCode(sealedConversation.case.id, code)) })
}

/** Creates a code for the address `contact` with the hash of the case. */
export function newMailedCode(
  { ids, keyring, timeZone }: Pick<RightsPorts, 'ids' | 'keyring' | 'timeZone'>,
  { codeHash, contact }: { readonly codeHash: Uint8Array; readonly contact: string },
  now: Instant,
): NewMailedCode {
  const keyOf = (counted: string | Uint8Array) =>
    `mailed-code:${Buffer.from(keyring.mac('case-contact', counted)).toString('hex')}`
  return {
    id: ids.next(),
    expiresAt: now + CODE_VALID_MS,
    tries: CODE_TRIES,
    at: startOfDay(dateAt(now, timeZone), timeZone),
    limit: { ...CODE_LETTERS, caseKey: keyOf(codeHash), addressKey: keyOf(mailboxHash(keyring, contact)), now },
  }
}
