import { dateAt, fail, type Locale, NONCE_BYTES, type Outcome, ok } from '@wayproof/kernel'
import { messageFault, messageText } from '../conversation/written-message.ts'
import { caseCodeHash, caseCodeOfForm } from './case-code.ts'
import type { RightsPorts } from './ports.ts'
import type { CaseKind } from './rights-case.ts'
import { dueDay, type RightsRegime } from './rights-clock.ts'
import { sealMessage } from './seal-message.ts'
import { newMailedCode } from './send-code.ts'

export interface OpenCase {
  /** The code of the form: the same form sent twice is one case. */
  readonly formCode: string
  readonly kind: CaseKind
  /** Null for an enquiry: no law gives it a term. */
  readonly regime: RightsRegime | null
  readonly text: string
  /** One parsed mailbox; null to stay anonymous. */
  readonly contact: string | null
  readonly locale: Locale
}

/**
 * Takes a request in, and resolves to its case code. It counts as received today, also while nobody has shown yet that the
 * address is theirs. The same form with the same words is the same case, and filled in otherwise a case of its own.
 */
export async function openCase(
  ports: RightsPorts,
  { formCode, kind, regime, text, contact, locale }: OpenCase,
): Promise<Outcome<{ readonly caseCode: string }, { readonly code: 'text-invalid' }>> {
  if (messageFault(text) !== null) return fail('text-invalid')
  const { rights, ids, tokens, keyring, clock, timeZone } = ports
  const now = clock.now()
  const day = dateAt(now, timeZone)
  const written = messageText(text)
  const caseCode = caseCodeOfForm(keyring, formCode, [kind, regime, contact, written])
  const codeHash = caseCodeHash(keyring, caseCode)
  await rights.openCase({
    id: ids.next(),
    kind,
    regime,
    channel: 'page',
    receivedOn: day,
    recordedOn: null,
    dueOn: regime && dueDay(regime, day),
    status: 'received',
    outcome: null,
    anonymous: contact === null,
    locale,
    identityCheckedOn: null,
    addressDroppedOn: null,
    extendedOn: null,
    answeredOn: null,
    closedOn: null,
    codeHash,
    contactSealed: contact === null ? null : keyring.seal('case-contact', contact, tokens.bytes(NONCE_BYTES)),
    message: sealMessage(ports, 'message', written, day),
    code: contact === null ? null : newMailedCode(ports, { codeHash, contact }, now),
  })
  return ok({ caseCode })
}
