import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { codeHash, codeOfForm } from '../conversation/conversation-code.ts'
import { sealWords } from '../conversation/sealed-words.ts'
import { messageFault, messageText } from '../conversation/written-message.ts'
import type { WhistlePorts } from './ports.ts'
import { LONGEST_CONTACT, type Reporter } from './whistle-report.ts'

export interface TakeReport {
  /** Code of the form. The same form submitted twice gives one report. */
  readonly formCode: string
  readonly reporter: Reporter
  readonly text: string
  /** Contact of the person, in any words; null for an anonymous report. */
  readonly contact: string | null
  readonly locale: Locale
}

/**
 * Accepts a report and returns its case code. Fault `no-handler` while there is no case handler, because nobody would
 * read the report.
 */
export async function takeReport(
  ports: WhistlePorts,
  { formCode, reporter, text, contact, locale }: TakeReport,
): Promise<Outcome<{ readonly caseCode: string }, { readonly code: 'text-invalid' | 'no-handler' }>> {
  if (messageFault(text) !== null || (contact !== null && contact.length > LONGEST_CONTACT)) return fail('text-invalid')
  const { reports, ids, tokens, keyring, clock, timeZone } = ports
  if (!(await reports.hasHandler())) return fail('no-handler')
  const day = dateAt(clock.now(), timeZone)
  const written = messageText(text)
  const caseCode = codeOfForm(keyring, 'form-report', formCode, [reporter, contact, written])
  await reports.takeReport({
    id: ids.next(),
    reporter,
    locale,
    receivedOn: day,
    status: 'received',
    outcome: null,
    anonymous: contact === null,
    concernsOfficer: false,
    acknowledgedOn: null,
    examinedOn: null,
    feedbackOn: null,
    closedOn: null,
    codeHash: codeHash(keyring, 'report-code', caseCode),
    contactSealed: contact === null ? null : keyring.seal('report-contact', contact, tokens.bytes(NONCE_BYTES)),
    message: sealWords(ports, 'report-text', { author: 'reporter', purpose: 'message', text: written, day }),
  })
  return ok({ caseCode })
}
