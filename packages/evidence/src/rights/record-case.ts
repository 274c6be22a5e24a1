import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { messageFault, messageText } from '../conversation/written-message.ts'
import { caseCodeHash, caseCodeOfForm } from './case-code.ts'
import { type CaseFactsFault, caseFactsFault, dueDayUnder } from './case-facts.ts'
import type { CaseFacts, RightsPorts } from './ports.ts'
import type { HandChannel } from './rights-case.ts'
import { sealMessage } from './seal-message.ts'
import { newMailedCode } from './send-code.ts'

export interface RecordCase extends CaseFacts {
  readonly channel: HandChannel
  /** Code of the form. The same form submitted twice gives one case. */
  readonly formCode: string
  /** Text of the request, in the words of the person or of the recorder. */
  readonly text: string
  /** One parsed mailbox. If null, the answer is available with the case code only. */
  readonly contact: string | null
  /** True if the recorder verified the person's identity; otherwise a code is mailed to the address. */
  readonly identityChecked: boolean
  readonly locale: Locale
  /** Name of the recorder. */
  readonly by: string
  /** Founding day of the company; null disables the check. */
  readonly founded: CalendarDate | null
}

/**
 * Records a request received by telephone, letter, e-mail or at a branch office, and returns the case code for the
 * person. The term starts on the day of receipt, as for every case.
 */
export async function recordCase(
  ports: RightsPorts,
  { formCode, text, contact, identityChecked, locale, by, founded, ...facts }: RecordCase,
): Promise<Outcome<{ readonly caseCode: string }, CaseFactsFault | { readonly code: 'text-invalid' }>> {
  const { rights, ids, tokens, keyring, clock, timeZone } = ports
  const now = clock.now()
  const today = dateAt(now, timeZone)
  if (messageFault(text) !== null) return fail('text-invalid')
  const fault = caseFactsFault(facts, { first: founded, today })
  if (fault) return fail(fault.code)
  const { kind, regime, channel, receivedOn } = facts
  const written = messageText(text)
  const caseCode = caseCodeOfForm(keyring, formCode, [kind, regime, channel, receivedOn, contact, written])
  const codeHash = caseCodeHash(keyring, caseCode)
  const isChecked = identityChecked && contact !== null
  await rights.openCase({
    id: ids.next(),
    kind,
    regime,
    channel,
    receivedOn,
    recordedOn: today,
    dueOn: dueDayUnder(facts, false),
    status: isChecked ? 'identity-checked' : 'received',
    outcome: null,
    anonymous: contact === null,
    locale,
    identityCheckedOn: isChecked ? today : null,
    addressDroppedOn: null,
    extendedOn: null,
    answeredOn: null,
    closedOn: null,
    codeHash,
    contactSealed: contact === null ? null : keyring.seal('case-contact', contact, tokens.bytes(NONCE_BYTES)),
    message: sealMessage(ports, 'message', written, receivedOn),
    code: contact === null || isChecked ? null : newMailedCode(ports, { codeHash, contact }, now),
    recorded: { day: today, by, reason: null, before: null, after: { kind, regime, channel, receivedOn } },
  })
  return ok({ caseCode })
}
