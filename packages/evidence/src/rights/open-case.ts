import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { messageFault, messageText } from '../conversation/written-message.ts'
import { caseCodeHash, caseCodeOfForm } from './case-code.ts'
import type { RightsPorts } from './ports.ts'
import type { CaseKind } from './rights-case.ts'
import { dueDay, type RightsRegime } from './rights-clock.ts'
import { sealMessage } from './seal-message.ts'
import { newMailedCode } from './send-code.ts'

export interface OpenCase {
  /** Code of the form. The same form submitted twice gives one case. */
  readonly formCode: string
  readonly kind: CaseKind
  /** Null for an enquiry, which has no legal term. */
  readonly regime: RightsRegime | null
  readonly text: string
  /** One parsed mailbox; null for an anonymous case. */
  readonly contact: string | null
  readonly locale: Locale
}

/**
 * Opens a case for a request and returns its case code. The case counts as received today even before the address is
 * confirmed. The same form with the same content is the same case; with other content it is a new case.
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
