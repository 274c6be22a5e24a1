import { type CalendarDate, dateAt, fail, type Locale, NONCE_BYTES, type Outcome, ok } from '@wayproof/kernel'
import { messageFault, messageText } from '../conversation/written-message.ts'
import { caseCodeHash, caseCodeOfForm } from './case-code.ts'
import { type CaseFactsFault, caseFactsFault, dueDayUnder } from './case-facts.ts'
import type { CaseFacts, RightsPorts } from './ports.ts'
import type { HandChannel } from './rights-case.ts'
import { sealMessage } from './seal-message.ts'
import { newMailedCode } from './send-code.ts'

export interface RecordCase extends CaseFacts {
  readonly channel: HandChannel
  /** The code of the form: the same form sent twice is one case. */
  readonly formCode: string
  /** What was asked, in the words of the person or of who took it down. */
  readonly text: string
  /** One parsed mailbox; null where there is none: then the answer is kept for whoever has the case code. */
  readonly contact: string | null
  /** The recorder saw that the person is who they say; else a code is mailed to the address. */
  readonly identityChecked: boolean
  readonly locale: Locale
  /** The name of who records it. */
  readonly by: string
  /** The company's first day; null: it does not matter. */
  readonly founded: CalendarDate | null
}

/**
 * Records what came by telephone, letter, e-mail or in a branch office, and resolves to the case code, to be handed on. The
 * clock runs from the day it was received, as for every other case.
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
  const checked = identityChecked && contact !== null
  await rights.openCase({
    id: ids.next(),
    kind,
    regime,
    channel,
    receivedOn,
    recordedOn: today,
    dueOn: dueDayUnder(facts, false),
    status: checked ? 'identity-checked' : 'received',
    outcome: null,
    anonymous: contact === null,
    locale,
    identityCheckedOn: checked ? today : null,
    addressDroppedOn: null,
    extendedOn: null,
    answeredOn: null,
    closedOn: null,
    codeHash,
    contactSealed: contact === null ? null : keyring.seal('case-contact', contact, tokens.bytes(NONCE_BYTES)),
    message: sealMessage(ports, 'message', written, receivedOn),
    code: contact === null || checked ? null : newMailedCode(ports, { codeHash, contact }, now),
    recorded: { day: today, by, reason: null, before: null, after: { kind, regime, channel, receivedOn } },
  })
  return ok({ caseCode })
}
