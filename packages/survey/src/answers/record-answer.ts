import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { LinkFault } from '../links/invitation.ts'
import type { SurveyPorts } from '../ports.ts'
import { type AnswerFault, readAnswer } from './answer.ts'
import { findInvitation } from './find-invitation.ts'
import { readReceipt, receiptHash } from './receipt.ts'
import { invitationView, type RefusedWithView } from './show-invitation.ts'

export interface RecordAnswer {
  readonly token: string
  /** Created with the form by `newReceipt`; a second post of the same form is the same answer. */
  readonly receipt: string
  /** Language of the page. */
  readonly locale: SurveyLanguage
  /** Item ID -> code or text, as posted. */
  readonly fields: Readonly<Record<string, string>>
}

type FormFault = AnswerFault | { readonly code: 'receipt-invalid' }

/** Stores an answer. It is on disk when this resolves with `ok`; a page may confirm it only then. */
export async function recordAnswer(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { token, receipt, locale, fields }: RecordAnswer,
): Promise<Outcome<{ readonly receipt: string }, LinkFault | RefusedWithView<FormFault>>> {
  const { store, keyring } = ports
  const now = ports.clock.now()
  const linked = await findInvitation(ports, token, now, true)
  if (!linked.ok) return linked
  const { link, invitation, isUsed } = linked.value
  const refuse = (fault: FormFault) => ({
    ok: false as const,
    fault: { ...fault, invitation: invitationView(ports, linked.value) },
  })

  const code = readReceipt(receipt)
  if (code === null) return refuse({ code: 'receipt-invalid' })
  const hash = receiptHash(keyring, code)
  if (isUsed) return (await store.receiptKnown(invitation.wave.id, hash)) ? ok({ receipt: code }) : fail('link-used')

  const answer = readAnswer(invitation.questionnaire, fields)
  if (!answer.ok) return refuse(answer.fault)
  const outcome = await store.saveAnswer({
    invitationId: link.invitationId,
    generation: link.generation,
    ...answer.value,
    language: locale,
    receiptHash: hash,
    at: now,
    day: dateAt(now, ports.timeZone),
  })
  if (outcome.ok) return ok({ receipt: code })
  return outcome.fault.code === 'receipt-invalid' ? refuse({ code: 'receipt-invalid' }) : fail(outcome.fault.code)
}
